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

/** Journeys that took a step: those of them that it ended with a conversion, and all others. */
interface Step {
  converting: number;
  others: number;
}

export type Order = 1 | 2 | 3;

const separator = '\n';

export const stateKey = (channels: readonly string[]): string => channels.join(separator);

/** The state after a visit of a channel. */
export function nextState(from: readonly string[], to: string, order: Order): string[] {
  return [...from, to].slice(-order);
}

/**
 * Adds up the steps of all paths: one pass, and from then on only as many numbers as there are different steps. Journeys
 * without a visit say nothing about channels and are left out.
 */
export function transitionsOf(paths: Iterable<Path>, order: Order): Transition[] {
  const states = new Map<string, Map<string, Step>>();
  const stepOf = (state: string, to: string): Step => {
    const known = states.get(state);
    const row = known ?? new Map<string, Step>();
    if (!known) states.set(state, row);
    const step = row.get(to) ?? { converting: 0, others: 0 };
    if (step.converting + step.others === 0) row.set(to, step);
    return step;
  };
  for (const { channels, converted, journeys } of paths) {
    if (channels.length === 0) continue;
    let state = '';
    for (const [i, channel] of channels.entries()) {
      stepOf(state, channel).others += journeys;
      state = order === 1 ? channel : stateKey(channels.slice(Math.max(0, i + 1 - order), i + 1));
    }
    stepOf(state, '')[converted ? 'converting' : 'others'] += journeys;
  }
  return [...states].flatMap(([state, row]) =>
    [...row].flatMap(([to, { converting, others }]) => {
      const from = state === '' ? [] : state.split(separator);
      return [
        ...(converting > 0 ? [{ from, to, converted: true, journeys: converting }] : []),
        ...(others > 0 ? [{ from, to, converted: false, journeys: others }] : []),
      ];
    }),
  );
}
