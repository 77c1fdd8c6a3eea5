import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { removalEffects } from './markov.ts';
import type { Question } from './question.ts';
import { type Coalition, shapleyValues } from './shapley.ts';
import type { Order, Transition } from './transitions.ts';

const transitionsSql = sql(import.meta.url, 'transitions.sql');
const coalitionsSql = sql(import.meta.url, 'coalitions.sql');

export interface ChainOptions {
  /** How many channels back a state remembers. */
  order: Order;
  /** Also journeys that did not convert? */
  paths: 'all' | 'converting';
}

type Whose = Pick<Question, 'workspaceId' | 'level'>;

/** The removal effect of each channel, from all journeys of a workspace. */
export async function markovEffects(
  connection: Connection,
  { workspaceId, level }: Whose,
  { order, paths }: ChainOptions,
): Promise<Map<string, number>> {
  const transitions = await connection.rows<Transition>(transitionsSql, {
    workspace: workspaceId,
    level,
    order,
    lost: paths === 'all',
  });
  return removalEffects(transitions, order);
}

/** The conversions that each channel is worth, from all journeys of a workspace that converted. */
export async function channelValues(
  connection: Connection,
  { workspaceId, level }: Whose,
): Promise<Map<string, number>> {
  return shapleyValues(await connection.rows<Coalition>(coalitionsSql, { workspace: workspaceId, level }));
}

/** Effects as a report shows them: the largest first, with their part of all. */
export function shownEffects(effects: ReadonlyMap<string, number>) {
  const all = [...effects.values()].reduce((sum, effect) => sum + effect, 0);
  return [...effects]
    .map(([channel, effect]) => ({ channel, effect, share: all === 0 ? 0 : effect / all }))
    .sort((a, b) => b.effect - a.effect || (a.channel < b.channel ? -1 : 1));
}
