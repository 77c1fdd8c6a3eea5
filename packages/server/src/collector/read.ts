import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { limits, type RequestCode } from '@spectacle/protocol';

export type Read = { ok: true; body: unknown } | { ok: false; code: RequestCode; message: string };

const inflate = promisify(gunzip);

/** A gzip member begins with these two bytes (RFC 1952, 2.3.1). No JSON does, so the label is not needed to tell. */
const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

/**
 * Turns the bytes of a request into JSON, whatever its content type says: the pixel sends text/plain, rudder-sdk-node
 * sends gzip labelled as a form.
 */
export async function read(bytes: Buffer): Promise<Read> {
  let plain = bytes;
  if (isGzip(bytes)) {
    try {
      plain = await inflate(bytes, { maxOutputLength: limits.batchBytes });
    } catch (error) {
      if (error instanceof RangeError) return tooLarge;
      return { ok: false, code: 'invalid_json', message: 'The body begins like gzip but cannot be unpacked.' };
    }
  }
  if (plain.length > limits.batchBytes) return tooLarge;
  try {
    return { ok: true, body: JSON.parse(plain.toString('utf8')) };
  } catch {
    return {
      ok: false,
      code: 'invalid_json',
      message: 'The body is not JSON. Send one event, or {"batch": [events]}.',
    };
  }
}

export const tooLarge: Read & { ok: false } = {
  ok: false,
  code: 'too_large',
  message: `The body is larger than ${limits.batchBytes} bytes. Send fewer events at once.`,
};
