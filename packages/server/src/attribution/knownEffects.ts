import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { type ChainOptions, markovEffects } from './effects.ts';
import type { Question } from './question.ts';

const stateSql = sql(import.meta.url, 'effectsState.sql');

interface Known {
  state: string;
  effects: Promise<Map<string, number>>;
}

/** What was found last, by store, so that it goes with it. */
const knownBy = new WeakMap<object, Map<string, Known>>();

/**
 * The removal effects of a workspace, computed again only when some journey is another one than the last time. Whoever looks at
 * one company after the other asks each time for what all companies together say.
 */
export async function knownEffects(
  store: Pick<Store, 'reading'>,
  { workspaceId, level }: Pick<Question, 'workspaceId' | 'level'>,
  chain: ChainOptions,
): Promise<Map<string, number>> {
  // Before the effects: what is derived meanwhile makes the next question compute them again.
  const state = JSON.stringify(await store.reading.rows(stateSql, { workspace: workspaceId, level }));
  const known = knownBy.get(store) ?? new Map<string, Known>();
  knownBy.set(store, known);
  const key = JSON.stringify([workspaceId, level, chain.order, chain.paths]);
  const found = known.get(key);
  if (found?.state === state) return await found.effects;
  const effects = markovEffects(store.reading, { workspaceId, level }, chain);
  known.set(key, { state, effects });
  effects.catch(() => known.delete(key));
  return await effects;
}
