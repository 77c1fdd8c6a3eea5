import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { limits, type RequestCode } from '@spectacle/protocol';

/** The bytes of a body and what its headers say about them. */
export interface Body {
  bytes: Buffer;
  contentType: string | undefined;
  contentEncoding: string | undefined;
}

export type Read = { ok: true; body: unknown } | { ok: false; code: RequestCode; message: string };

/**
 * Turns the bytes of a request into JSON, whatever its content type says: the pixel sends text/plain, rudder-sdk-node
 * sends gzip labelled as a form. Unpacking is synchronous: at most 500 KB, and one body at a time in memory; Node's thread
 * pool, which would do it otherwise, may be busy with the embedded store's queries.
 */
export function read({ bytes, contentType, contentEncoding }: Body): Read {
  if (bytes.length > limits.batchBytes) return tooLarge;
  let plain: Buffer = bytes;
  try {
    plain = unpack(bytes, contentEncoding?.trim().toLowerCase());
  } catch (error) {
    // What zlib throws when the output exceeds maxOutputLength, rather than for damaged input.
    if (error instanceof RangeError) return tooLarge;
    return { ok: false, code: 'invalid_json', message: 'The body looks compressed but cannot be unpacked.' };
  }
  if (plain.length > limits.batchBytes) return tooLarge;
  const text = withoutMark(plain.toString('utf8'));
  try {
    return { ok: true, body: JSON.parse(mendSurrogates(text)) };
  } catch {
    return isOfAnotherType(text, contentType) ? unsupportedType : invalidJson;
  }
}

/** A gzip member begins with these two bytes (RFC 1952, 2.3.1). No JSON does, so the label is not needed to tell. */
const isGzip = (bytes: Buffer) => bytes[0] === 0x1f && bytes[1] === 0x8b;

function unpack(bytes: Buffer, label: string | undefined): Buffer {
  const options = { maxOutputLength: limits.batchBytes };
  if (isGzip(bytes)) return gunzipSync(bytes, options);
  // The other two cannot be told by looking, but JSON that carries their label by mistake can.
  if (label === undefined || beginsLikeJson(bytes.toString('latin1', 0, 64))) return bytes;
  if (label === 'br') return brotliDecompressSync(bytes, options);
  return label === 'deflate' ? inflateSync(bytes, options) : bytes;
}

/** A byte order mark, which Windows tools put before UTF-8. `JSON.parse` does not know it. */
const withoutMark = (text: string) => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);

const beginsLikeJson = (text: string) => /^\s*[[{]/.test(text);

/** Broken JSON is the sender's typo; a form or a picture is another kind of thing. */
function isOfAnotherType(text: string, contentType: string | undefined): boolean {
  if (contentType === undefined || /^\s*text\/|json/i.test(contentType)) return false;
  return text !== '' && !beginsLikeJson(text);
}

/**
 * Half a surrogate pair may be written in JSON (RFC 8259, 8.2) but not in UTF-8: the store would refuse the insert and
 * with it the neighbours. Replaced here, where each backslash begins an escape, so that no later step meets one.
 */
function mendSurrogates(text: string): string {
  if (!text.includes('\\ud') && !text.includes('\\uD')) return text;
  return text.replace(escapes, (found, low: string | undefined, lone: string | undefined) =>
    lone !== undefined || (low === undefined && /^\\u[dD]/.test(found)) ? '\\ufffd' : found,
  );
}

/** One escape of JSON: a high half with its low half if it has one, a low half alone, or any other. */
const escapes =
  /\\(?:u[dD][89abAB][0-9a-fA-F]{2}(\\u[dD][c-fC-F][0-9a-fA-F]{2})?|(u[dD][c-fC-F][0-9a-fA-F]{2})|[\s\S])/g;

export const tooLarge: Read & { ok: false } = {
  ok: false,
  code: 'too_large',
  message: `The body is larger than ${limits.batchBytes} bytes. Send fewer events at once.`,
};

const invalidJson: Read = {
  ok: false,
  code: 'invalid_json',
  message: 'The body is not JSON. Send one event, or {"batch": [events]}.',
};

const unsupportedType: Read = {
  ok: false,
  code: 'unsupported_type',
  message: 'The body is not JSON, and its content type says so. Send one event as JSON, or {"batch": [events]}.',
};
