import { limits } from '@spectacle/protocol';
import type { LineError } from './errorList.ts';
import type { Line } from './lineReader.ts';
import { BrokenFile } from './openFile.ts';
import type { FilePlace, Found, RecordSplitter } from './recordSplitter.ts';

/** Calls that fit into one request, and what could not be read between them. */
export interface Batch {
  /** JSON of each call. */
  calls: string[];
  /** The line of each call. */
  lines: number[];
  bytes: number;
  /** Does the call say its time? */
  dated: boolean[];
  errors: LineError[];
  /** Where the file goes on after it. */
  next: FilePlace;
}

/** Of the limit of a request, what its envelope may take. */
const envelopeBytes = 1024;

/**
 * Packs the records of a file into batches within the collector's limits, in the order of the file.
 * @throws BrokenFile after the batches before the place that cannot be read
 */
export async function* readBatches(
  chunks: AsyncIterable<Buffer>,
  splitter: RecordSplitter,
  read: (record: Found) => Line,
  start: FilePlace,
): AsyncGenerator<Batch> {
  let batch = emptyBatch(start);
  function* pack(records: Found[]): Generator<Batch> {
    for (const record of records) {
      const line = read(record);
      const bytes = line?.ok ? Buffer.byteLength(line.json) + 1 : 0;
      if (isFull(batch, bytes)) {
        yield batch;
        batch = emptyBatch(batch.next);
      }
      if (line?.ok) {
        batch.calls.push(line.json);
        batch.lines.push(record.line);
        batch.bytes += bytes;
        batch.dated.push(line.dated);
      } else if (line) {
        batch.errors.push({ line: record.line, code: line.code, message: line.message, messageId: line.messageId });
      }
      batch.next = record.next;
    }
  }
  let broken: BrokenFile | undefined;
  try {
    for await (const chunk of chunks) yield* pack(splitter.push(chunk));
    yield* pack(splitter.end());
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    broken = error;
  }
  if (batch.calls.length > 0 || batch.errors.length > 0) yield batch;
  if (broken) throw broken;
}

const isFull = (batch: Batch, bytes: number) =>
  batch.bytes + bytes > limits.batchBytes - envelopeBytes ||
  batch.calls.length === limits.batchEvents ||
  batch.errors.length === limits.batchEvents;

const emptyBatch = (next: FilePlace): Batch => ({ calls: [], lines: [], dated: [], bytes: 0, errors: [], next });
