import { appendFile, rm, truncate } from 'node:fs/promises';

/** A line of the file that was not imported. */
export interface LineError {
  line: number;
  /** A code of the collector (docs/collector.md), or of the reading of the file (docs/import.md). */
  code: string;
  /** What is wrong, and what to do. */
  message: string;
  messageId: string | null;
}

/** The errors of an import in order of their lines, as NDJSON in a file beside the input; no errors, no file. */
export class ErrorList {
  readonly path: string;
  #bytes: number;

  private constructor(path: string, bytes: number) {
    this.path = path;
    this.#bytes = bytes;
  }

  /** Begins the list, or goes on after the first `bytes` of it. */
  static async open(file: string, bytes: number): Promise<ErrorList> {
    const path = `${file}.errors.ndjson`;
    if (bytes === 0) await rm(path, { force: true });
    else await truncate(path, bytes);
    return new ErrorList(path, bytes);
  }

  get bytes(): number {
    return this.#bytes;
  }

  async add(errors: LineError[]): Promise<void> {
    if (errors.length === 0) return;
    const text = errors.map((error) => `${JSON.stringify(error)}\n`).join('');
    await appendFile(this.path, text);
    this.#bytes += Buffer.byteLength(text);
  }
}
