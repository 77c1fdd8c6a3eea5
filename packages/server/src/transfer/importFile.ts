import { ErrorList } from './errorList.ts';
import { InOrder } from './inOrder.ts';
import { type FileFormat, openReader } from './lineReader.ts';
import { BrokenFile, openFile } from './openFile.ts';
import { type Batch, readBatches } from './readBatches.ts';
import { RecordSplitter } from './recordSplitter.ts';
import { type Progress, ResumePoint } from './resumePoint.ts';
import { type Recipient, type Sent, sendCalls } from './sendCalls.ts';

export interface ImportOptions extends Recipient {
  file: string;
  format: FileFormat;
  /** Begin at the first line, whatever an earlier run left behind. */
  restart?: boolean;
  onBegin?: (begin: { size: number; resumedAt: number | undefined }) => void;
  /** Called after each batch with the bytes of the file that were read so far. */
  onProgress?: (read: number, progress: Progress) => void;
}

export type Imported =
  | { ok: true; progress: Progress; errorsIn: string | undefined }
  | { ok: false; code: 'unreadable' | 'unmapped'; message: string }
  | (Sent & { ok: false });

/** Batches under way at the same time: more than one, so that the file is read while the server stores. */
const atOnce = 4;

/**
 * Imports a file through the collector like any other client. Memory stays flat however large the file is. A run that was
 * cut off goes on where it stopped; one from the start again counts nothing twice.
 *
 * @example await importFile({ file: 'old.ndjson.gz', format: { csv: false }, url: 'http://127.0.0.1:8765', workspaceId: 'ws_acme' });
 */
export async function importFile(options: ImportOptions): Promise<Imported> {
  const { file, format, url, workspaceId, signal } = options;
  const reader = await openReader(file, format);
  if (!reader.ok) return reader;
  const resumePoint = await ResumePoint.of(file, { url, workspaceId, format });
  const resumed = options.restart ? undefined : await resumePoint.read();
  const progress = resumed ?? { place: reader.start, stored: 0, refused: 0, undated: 0, errorBytes: 0 };
  const opened = await openFile(file, progress.place.offset);
  if (!opened.ok) return { ok: false, code: 'unreadable', message: opened.message };
  const errors = await ErrorList.open(file, progress.errorBytes);
  const { size, read, chunks } = opened.file;
  options.onBegin?.({ size, resumedAt: resumed?.place.line });

  const run: { failed?: Sent & { ok: false } } = {};
  const sending = new InOrder<Batch, Sent>({
    atOnce,
    work: async ({ calls }) =>
      calls.length === 0 || run.failed ? { ok: true, accepted: 0, refused: [] } : await sendCalls(calls, options),
    settle: async (batch, sent) => {
      if (!sent.ok) run.failed ??= sent;
      // What follows a batch that was not sent is not done, though some of it may be stored.
      if (run.failed || !sent.ok) return;
      const refused = sent.refused.map(({ index, code, message }) => ({
        line: batch.lines[index] ?? 0,
        code,
        message,
        messageId: messageIdOf(batch.calls[index]),
      }));
      await errors.add([...batch.errors, ...refused].sort((one, other) => one.line - other.line));
      progress.place = batch.next;
      progress.stored += sent.accepted;
      progress.refused += batch.errors.length + refused.length;
      const lost = new Set(sent.refused.map(({ index }) => index));
      progress.undated += batch.dated.filter((dated, index) => !dated && !lost.has(index)).length;
      progress.errorBytes = errors.bytes;
      await resumePoint.write(progress);
      options.onProgress?.(read(), progress);
    },
  });

  const splitter = new RecordSplitter(format.csv ? format.delimiter : undefined, progress.place);
  let broken: BrokenFile | undefined;
  try {
    for await (const batch of readBatches(chunks, splitter, reader.read, progress.place)) {
      await sending.add(batch);
      if (run.failed || signal?.aborted) break;
    }
  } catch (error) {
    if (!(error instanceof BrokenFile)) throw error;
    broken = error;
  }
  await sending.end();
  if (run.failed) return run.failed;
  if (broken) {
    const message = `${file} cannot be read to its end: ${broken.message}. What stands before is imported. Get the whole file and import it again; nothing counts twice.`;
    return { ok: false, code: 'unreadable', message };
  }
  if (signal?.aborted) return { ok: false, code: 'stopped', status: 0, message: 'Stopped.' };
  await resumePoint.remove();
  return { ok: true, progress, errorsIn: errors.bytes === 0 ? undefined : errors.path };
}

function messageIdOf(call: string | undefined): string | null {
  const { messageId } = JSON.parse(call ?? '{}') as { messageId?: unknown };
  return typeof messageId === 'string' ? messageId : null;
}
