/** The channels of a journey's visits in order, how it ended, and how many journeys went just so. */
export interface Path {
  channels: readonly string[];
  converted: boolean;
  journeys: number;
}

/**
 * How many journeys went from a state to a channel, or ended there. A state is the last channels of a journey, at most as
 * many as the order of the chain; fewer at its start.
 */
export interface Transition {
  from: readonly string[];
  /** '' where the journey ends. */
  to: string;
  /** It ended with a conversion. */
  converted: boolean;
  journeys: number;
}

export type Order = 1 | 2 | 3;

export const stateKey = (channels: readonly string[]): string => channels.join('\n');

/** The state after a visit of a channel. */
export function nextState(from: readonly string[], to: string, order: Order): string[] {
  return [...from, to].slice(-order);
}

interface State {
  from: readonly string[];
  converted: number;
  lost: number;
  steps: Map<string, Step>;
}

interface Step {
  journeys: number;
  to: State;
}

/**
 * Adds up the steps of all paths: one pass, and from then on only as many numbers as there are different steps. Journeys
 * without a visit say nothing about channels and are left out.
 */
export function transitionsOf(paths: Iterable<Path>, order: Order): Transition[] {
  const states = new Map<string, State>();
  const stateOf = (from: readonly string[]): State => {
    const key = stateKey(from);
    const state = states.get(key) ?? { from, converted: 0, lost: 0, steps: new Map() };
    states.set(key, state);
    return state;
  };
  const start = stateOf([]);
  for (const { channels, converted, journeys } of paths) {
    if (channels.length === 0) continue;
    let state = start;
    for (const channel of channels) {
      let step = state.steps.get(channel);
      if (step === undefined) {
        step = { journeys: 0, to: stateOf(nextState(state.from, channel, order)) };
        state.steps.set(channel, step);
      }
      step.journeys += journeys;
      state = step.to;
    }
    state[converted ? 'converted' : 'lost'] += journeys;
  }
  return [...states.values()].flatMap(({ from, converted, lost, steps }) =>
    [
      { from, to: '', converted: true, journeys: converted },
      { from, to: '', converted: false, journeys: lost },
      ...[...steps].map(([to, { journeys }]) => ({ from, to, converted: false, journeys })),
    ].filter(({ journeys }) => journeys > 0),
  );
}
