import { availableParallelism, totalmem } from 'node:os';
import type { ClickHouseSettings } from '@clickhouse/client';
import type { StoreLocation } from './open.ts';

/** A question that takes longer has lost its asker. */
const seconds = 120;

/** Of the machine's memory; past half of that a question goes on from disk, past all of it it is refused. */
const memoryShare = 0.4;

/**
 * What a question may take, so that no report starves the intake beside it. The embedded store shares the machine with the
 * collector; of a server nothing is known here but that somebody may wait for it, and its own settings say the rest.
 */
export function limitsOfQuestions(location: StoreLocation): ClickHouseSettings {
  if ('url' in location) return { max_execution_time: seconds };
  const memory = Math.floor(totalmem() * memoryShare);
  const half = String(Math.floor(memory / 2));
  return {
    max_execution_time: seconds,
    max_threads: Math.max(2, Math.floor(availableParallelism() / 2)),
    max_memory_usage: String(memory),
    max_bytes_before_external_group_by: half,
    max_bytes_before_external_sort: half,
  };
}
