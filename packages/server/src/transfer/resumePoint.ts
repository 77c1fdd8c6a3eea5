import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import type { FilePlace } from './recordSplitter.ts';

/** How much of a file has been imported. */
export interface Progress {
  place: FilePlace;
  /** Events that are stored, some of them perhaps before. */
  stored: number;
  refused: number;
  /** Events that said no time, and happened at the time of the import therefore. */
  undated: number;
  /** Length of the list of errors up to here; what is behind it was written by a run that was cut off. */
  errorBytes: number;
}

const format = 1;

/** The small file beside the input that says how far an import came. It is gone when the import is complete. */
export class ResumePoint {
  readonly #path: string;
  readonly #job: string;

  private constructor(path: string, job: string) {
    this.#path = path;
    this.#job = job;
  }

  /** @param job whatever must be the same for a run to go on where another stopped: the recipient, the mapping */
  static async of(file: string, job: unknown): Promise<ResumePoint> {
    const { size, mtimeMs } = await stat(file);
    return new ResumePoint(`${file}.import.json`, JSON.stringify([format, size, mtimeMs, job]));
  }

  /** Where an earlier run of the same job on the same file stopped; undefined if there was none. */
  async read(): Promise<Progress | undefined> {
    try {
      const { job, progress } = JSON.parse(await readFile(this.#path, 'utf8')) as { job: string; progress: Progress };
      return job === this.#job ? progress : undefined;
    } catch {
      // There is none, or it was cut off while it was written. Beginning anew counts nothing twice.
      return undefined;
    }
  }

  async write(progress: Progress): Promise<void> {
    await writeFile(`${this.#path}.new`, JSON.stringify({ job: this.#job, progress }));
    await rename(`${this.#path}.new`, this.#path);
  }

  async remove(): Promise<void> {
    await rm(this.#path, { force: true });
  }
}
