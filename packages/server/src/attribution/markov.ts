import { absorption, type Chain } from './absorption.ts';
import { nextState, type Order, stateKey, type Transition } from './transitions.ts';

/**
 * The removal effect of each channel: which part of the conversions is lost if whoever would come to the channel leaves
 * instead. Told by the algebra of the absorbing chain, not by simulation: 1 − P(conversion without the channel) / P(conversion).
 *
 * With the journeys that did not convert among the transitions, P is the chance of a conversion; without them it is 1.
 *
 * @param transitions of journeys that have a visit, in any order
 * @returns effects from 0 to 1, by channel in the order of the alphabet
 */
export function removalEffects(transitions: readonly Transition[], order: Order): Map<string, number> {
  const states = statesOf(transitions);
  const channels = [...new Set(transitions.map(({ to }) => to))].filter((channel) => channel !== '').sort();
  const all = conversion(states, order, undefined);
  return new Map(
    channels.map((channel) => [channel, all === 0 ? 0 : Math.max(0, 1 - conversion(states, order, channel) / all)]),
  );
}

interface State {
  from: readonly string[];
  journeys: number;
  steps: Transition[];
}

/** In the order of the alphabet, so that the same journeys give the same digits. The start of all journeys is the first. */
function statesOf(transitions: readonly Transition[]): State[] {
  const states = new Map<string, State>();
  for (const transition of transitions) {
    const key = stateKey(transition.from);
    const state = states.get(key) ?? { from: transition.from, journeys: 0, steps: [] };
    states.set(key, state);
    state.journeys += transition.journeys;
    state.steps.push(transition);
  }
  for (const { steps } of states.values()) {
    steps.sort((a, b) => (a.to === b.to ? Number(a.converted) - Number(b.converted) : a.to < b.to ? -1 : 1));
  }
  return [...states].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, state]) => state);
}

/** The chance of a conversion from the start of a journey, with one channel out of reach. */
function conversion(states: readonly State[], order: Order, without: string | undefined): number {
  const reachable = without === undefined ? states : states.filter(({ from }) => !from.includes(without));
  const places = new Map(reachable.map(({ from }, i) => [stateKey(from), i]));
  const ends = new Float64Array(reachable.length);
  const starts: number[] = [0];
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (const [i, { from, journeys, steps }] of reachable.entries()) {
    for (const { to, converted, journeys: some } of steps) {
      if (to === '') {
        if (converted) ends[i] = some / journeys;
      } else if (to !== without) {
        const place = places.get(stateKey(nextState(from, to, order)));
        if (place === undefined) throw new Error('A journey goes on to a state from which no journey goes on or ends.');
        targets.push(place);
        probabilities.push(some / journeys);
      }
    }
    starts.push(targets.length);
  }
  const chain: Chain = {
    ends,
    starts: Uint32Array.from(starts),
    targets: Uint32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  };
  // The empty state sorts before all others.
  return absorption(chain)[0] ?? 0;
}
