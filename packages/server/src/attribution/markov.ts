import { absorption } from './absorption.ts';
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
  const states = statesOf(transitions, order);
  const channels = [...new Set(transitions.map(({ to }) => to))].filter((channel) => channel !== '').sort();
  const all = conversion(states, undefined);
  return new Map(
    channels.map((channel) => [channel, all === 0 ? 0 : Math.max(0, 1 - conversion(states, channel) / all)]),
  );
}

interface State {
  /** The last channels. */
  from: readonly string[];
  /** The part of its journeys that ends in a conversion at once. */
  converts: number;
  steps: { channel: string; target: number; probability: number }[];
}

/** In the order of the alphabet, so that the same journeys give the same digits. The start, without channels, is the first. */
function statesOf(transitions: readonly Transition[], order: Order): State[] {
  const rows = new Map<string, Transition[]>();
  for (const transition of transitions) {
    const key = stateKey(transition.from);
    const row = rows.get(key);
    if (row) row.push(transition);
    else rows.set(key, [transition]);
  }
  const keys = [...rows.keys()].sort();
  const places = new Map(keys.map((key, place) => [key, place]));
  return keys.map((key) => {
    const row = (rows.get(key) ?? []).toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
    const journeys = row.reduce((sum, transition) => sum + transition.journeys, 0);
    const from = row[0]?.from ?? [];
    return {
      from,
      converts: (row.find(({ converted }) => converted)?.journeys ?? 0) / journeys,
      steps: row
        .filter(({ to }) => to !== '')
        .map(({ to, journeys: some }) => {
          const target = places.get(stateKey(nextState(from, to, order)));
          if (target === undefined) throw new Error(`Journeys go on to "${to}", but none goes on from there or ends.`);
          return { channel: to, target, probability: some / journeys };
        }),
    };
  });
}

/** The chance of a conversion from the start of a journey, with one channel out of reach. */
function conversion(states: readonly State[], without: string | undefined): number {
  const reachable = states.filter(({ from }) => without === undefined || !from.includes(without));
  const places = new Map(reachable.map((state, place) => [state, place]));
  const starts = [0];
  const targets: number[] = [];
  const probabilities: number[] = [];
  for (const { steps } of reachable) {
    for (const { channel, target, probability } of steps) {
      const state = states[target];
      if (channel === without || state === undefined) continue;
      targets.push(places.get(state) ?? 0);
      probabilities.push(probability);
    }
    starts.push(targets.length);
  }
  const solution = absorption({
    ends: Float64Array.from(reachable, ({ converts }) => converts),
    starts: Uint32Array.from(starts),
    targets: Uint32Array.from(targets),
    probabilities: Float64Array.from(probabilities),
  });
  return solution[0] ?? 0;
}
