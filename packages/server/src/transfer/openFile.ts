import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';

export interface OpenFile {
  /** Bytes of the file on disk, and how many of them were read so far. */
  size: number;
  read(): number;
  /** The contents from the place asked for, unpacked. @throws BrokenFile if they cannot be read to the end */
  chunks: AsyncIterable<Buffer>;
}

/** A compressed file that is cut off or damaged, or a disk that fails. */
export class BrokenFile extends Error {}

export type Opened = { ok: true; file: OpenFile } | { ok: false; message: string };

const chunkBytes = 256 * 1024;

/** How files begin that look like text and are none, or not ours. */
const unreadable: { start: number[]; message: string }[] = [
  { start: [0xff, 0xfe], message: 'is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").' },
  { start: [0xfe, 0xff], message: 'is UTF-16. Save it as UTF-8 (in a spreadsheet: "CSV UTF-8").' },
  { start: [0x50, 0x4b, 0x03, 0x04], message: 'is a ZIP archive or a spreadsheet. Unpack it, or save it as CSV.' },
  { start: [0x28, 0xb5, 0x2f, 0xfd], message: 'is compressed with zstd. Unpack it first: zstd -d.' },
];

/**
 * Opens a file of text, plain or compressed with gzip (told by its first bytes), at an offset of its unpacked contents.
 * A plain file is read from there; a compressed one is unpacked up to there, which takes seconds a gigabyte.
 */
export async function openFile(path: string, offset = 0): Promise<Opened> {
  let start: Buffer;
  let size: number;
  try {
    const info = await stat(path);
    if (!info.isFile()) return { ok: false, message: `${path} is no file.` };
    size = info.size;
    start = await firstBytes(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'does not exist' : `cannot be read (${code})`;
    return { ok: false, message: `${path} ${why}.` };
  }
  const wrong = unreadable.find(({ start: bytes }) => bytes.every((byte, index) => start[index] === byte));
  if (wrong) return { ok: false, message: `${path} ${wrong.message}` };
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const raw = createReadStream(path, { highWaterMark: chunkBytes, ...(!packed && { start: offset }) });
  const before = packed ? 0 : offset;
  return {
    ok: true,
    file: { size, read: () => before + raw.bytesRead, chunks: contents(packed ? unpacked(raw, offset) : raw) },
  };
}

async function firstBytes(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function* contents(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  try {
    yield* chunks;
  } catch (error) {
    throw new BrokenFile(error instanceof Error ? error.message : String(error));
  }
}

async function* unpacked(raw: ReturnType<typeof createReadStream>, offset: number): AsyncGenerator<Buffer> {
  const gunzip = createGunzip({ chunkSize: chunkBytes });
  raw.on('error', (error) => gunzip.destroy(error));
  let skip = offset;
  try {
    for await (const chunk of raw.pipe(gunzip) as AsyncIterable<Buffer>) {
      if (skip < chunk.length) yield chunk.subarray(skip);
      skip = Math.max(0, skip - chunk.length);
    }
  } finally {
    raw.destroy();
  }
}
