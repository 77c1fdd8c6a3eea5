import { availableParallelism, totalmem } from 'node:os';
import type { ClickHouseSettings } from '@clickhouse/client';
import type { Opened } from './opened.ts';
import { sql } from './sql.ts';

const capacity = sql(import.meta.url, 'capacity.sql');

/** A question that takes longer has lost its asker. In seconds. */
export const longestQuestion = 120;

/** Of the machine's memory; past half of that a question goes on from disk, past all of it it is refused. */
const memoryShare = 0.4;

/** What a machine has for the store, and what its operator allows a statement (0: no limit). */
export interface Capacity {
  /** Bytes; 0 if it does not tell. */
  memory: number;
  cores: number;
  allowedMemory: number;
}

/** Of the machine of this process, which the embedded store shares. */
export const ownCapacity = (): Capacity => ({ memory: totalmem(), cores: availableParallelism(), allowedMemory: 0 });

/** Of the server that answers. */
export async function serverCapacity(server: Opened): Promise<Capacity> {
  const [told] = await server.rows<Capacity>(capacity, {});
  return told ?? { memory: 0, cores: 0, allowedMemory: 0 };
}

/**
 * On a server threads of questions step back for those of inserts, and those of the derivation a little ("nice", 0 to 19). It has an
 * effect where ClickHouse may change it (CAP_SYS_NICE, which its packages have), and none elsewhere.
 */
export const stepBack = { questions: { os_thread_priority: '15' }, derivation: { os_thread_priority: '5' } };

/**
 * FINAL then compares rows only where the key fits, and reads other columns only of these. Looking up 1,600 visitors that lie anywhere
 * among 50 million events takes half the processor time with it.
 */
export const finalByKey: ClickHouseSettings = { optimize_move_to_prewhere_if_final: 1 };

/**
 * What a question may take, so that no report starves the intake beside it: half of the cores, and a share of the memory.
 */
export function limitsOfQuestions({ memory, cores, allowedMemory }: Capacity): ClickHouseSettings {
  const share = Math.floor(memory * memoryShare);
  const most = allowedMemory > 0 ? Math.min(allowedMemory, share || allowedMemory) : share;
  const half = String(Math.floor(most / 2));
  return {
    max_execution_time: longestQuestion,
    ...finalByKey,
    ...(cores > 0 && { max_threads: Math.max(2, Math.floor(cores / 2)) }),
    ...(most > 0 && {
      max_memory_usage: String(most),
      max_bytes_before_external_group_by: half,
      max_bytes_before_external_sort: half,
    }),
  };
}
