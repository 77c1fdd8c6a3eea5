/** One record of a file (a line, or a row of CSV whose quoted cells may hold line breaks), or what is wrong there. */
export type Found = { line: number; next: FilePlace } & (
  | { ok: true; bytes: Buffer }
  | { ok: false; code: 'line_too_long' | 'unclosed_quote'; message: string }
);

/** A place between two records: bytes before it, and the number of the line that begins there. */
export interface FilePlace {
  offset: number;
  line: number;
}

/** An event has at most 32 KB; this leaves room for whatever else an archive wrote beside it, and bounds the memory. */
const recordBytesAtMost = 1024 * 1024;

const newline = 0x0a;
const carriageReturn = 0x0d;
const quote = 0x22;

/** Windows tools put it before UTF-8. */
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

/** Where in a CSV record the scan stands. */
type State = 'cellStart' | 'plain' | 'quoted' | 'quoteInQuoted';

/**
 * Cuts a stream of bytes into records, each with the number of its first line and the offset of its end. Memory stays
 * bounded whatever the file holds: a line without end is skipped, and a quote that is never closed costs its own line only.
 */
export class RecordSplitter {
  readonly #delimiter: number | undefined;
  #offset: number;
  #line: number;
  #pending: Buffer = Buffer.alloc(0);
  #scanned = 0;
  #innerLines = 0;
  #state: State = 'cellStart';
  #skipping = false;

  /** @param delimiter of a CSV file, one ASCII character; undefined: a record is a line */
  constructor(delimiter: string | undefined, start: FilePlace = { offset: 0, line: 1 }) {
    this.#delimiter = delimiter?.charCodeAt(0);
    this.#offset = start.offset;
    this.#line = start.line;
  }

  push(chunk: Buffer): Found[] {
    this.#pending = this.#pending.length === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    if (this.#offset === 0 && this.#pending.length < byteOrderMark.length) return [];
    this.#withoutMark();
    return this.#drain(false);
  }

  /** The last record, if the file does not end with a line break. */
  end(): Found[] {
    this.#withoutMark();
    return this.#drain(true);
  }

  #withoutMark(): void {
    if (this.#offset > 0 || !this.#pending.subarray(0, byteOrderMark.length).equals(byteOrderMark)) return;
    this.#pending = this.#pending.subarray(byteOrderMark.length);
    this.#offset = byteOrderMark.length;
  }

  #drain(last: boolean): Found[] {
    const found: Found[] = [];
    for (;;) {
      const end = this.#skipping ? this.#pending.indexOf(newline) : this.#recordEnd();
      if (end >= 0) {
        found.push(this.#take(end, end + 1));
        continue;
      }
      const tooLong = this.#pending.length > recordBytesAtMost;
      if (!tooLong && !last) return found;
      const openQuote = this.#state === 'quoted' && !this.#skipping;
      const firstLine = openQuote ? this.#pending.indexOf(newline) : -1;
      if (firstLine >= 0) {
        found.push(this.#unclosed(firstLine + 1));
      } else if (!last) {
        this.#skip();
        return found;
      } else {
        const { length } = this.#pending;
        if (openQuote) found.push(this.#unclosed(length));
        else if (length > 0 || this.#skipping) found.push(this.#take(length, length));
        return found;
      }
    }
  }

  /** Index of the line break that ends the record, or -1. */
  #recordEnd(): number {
    const bytes = this.#pending;
    if (this.#delimiter === undefined) {
      const end = bytes.indexOf(newline, this.#scanned);
      if (end < 0) this.#scanned = bytes.length;
      return end;
    }
    let state = this.#state;
    for (let at = this.#scanned; at < bytes.length; at++) {
      const byte = bytes[at];
      if (state === 'quoted') {
        if (byte === quote) state = 'quoteInQuoted';
        else if (byte === newline) this.#innerLines++;
      } else if (byte === newline) {
        return at;
      } else if (byte === this.#delimiter) {
        state = 'cellStart';
      } else if (byte === quote && state !== 'plain') {
        // Opens a cell, or is the second of two that stand for one.
        state = 'quoted';
      } else if (byte !== carriageReturn || state !== 'quoteInQuoted') {
        state = 'plain';
      }
    }
    this.#state = state;
    this.#scanned = bytes.length;
    return -1;
  }

  /** The record up to `end`; the next one begins at `next`. */
  #take(end: number, next: number): Found {
    const line = this.#line;
    const skipped = this.#skipping;
    const bytes = this.#pending.subarray(0, this.#pending[end - 1] === carriageReturn ? end - 1 : end);
    this.#skipping = false;
    this.#advance(next);
    if (!skipped) return { line, next: this.#place, ok: true, bytes };
    const message = `The line is longer than ${recordBytesAtMost} bytes. Write one event a line.`;
    return { line, next: this.#place, ok: false, code: 'line_too_long', message };
  }

  /** Gives up the line whose quote stays open, and begins again after it. */
  #unclosed(next: number): Found {
    const line = this.#line;
    this.#innerLines = 0;
    this.#advance(next);
    const message =
      'A quote opens a cell here and is never closed. Double a quote that belongs to the text: "a 5"" pipe".';
    return { line, next: this.#place, ok: false, code: 'unclosed_quote', message };
  }

  get #place(): FilePlace {
    return { offset: this.#offset, line: this.#line };
  }

  #advance(bytes: number): void {
    this.#pending = this.#pending.subarray(bytes);
    this.#offset += bytes;
    this.#line += 1 + this.#innerLines;
    this.#innerLines = 0;
    this.#scanned = 0;
    this.#state = 'cellStart';
  }

  /** Lets go of a line that is too long; what is left of it is let go as it comes. */
  #skip(): void {
    this.#offset += this.#pending.length;
    this.#pending = Buffer.alloc(0);
    this.#scanned = 0;
    this.#innerLines = 0;
    this.#state = 'cellStart';
    this.#skipping = true;
  }
}
