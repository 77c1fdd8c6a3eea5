import { limits, type RejectionCode } from '@spectacle/protocol';

type Fields = Record<string, unknown>;

export interface Excess {
  code: RejectionCode & ('too_deep' | 'too_many_keys' | 'event_too_large');
  message: string;
}

/**
 * What is too much about the contents of an event, if anything. Looks no deeper than the limit, so that no nesting overflows
 * the stack; whatever passes can be written as JSON.
 *
 * A number beyond the range of numbers (1e999) becomes its text on the way: as JSON it would turn into null, which clears a
 * trait.
 */
export function excessOf(contents: Fields[]): Excess | undefined {
  const shape: Shape = { tooDeep: false, keys: 0, bytesAtMost: 0 };
  for (const fields of contents) inspect(fields, 1, shape);
  if (shape.tooDeep) return { code: 'too_deep', message: `The event is nested more than ${limits.depth} levels deep.` };
  if (shape.keys > limits.keys)
    return { code: 'too_many_keys', message: `The event has more than ${limits.keys} keys.` };
  if (shape.bytesAtMost <= limits.eventBytes) return undefined;
  const bytes = Buffer.byteLength(JSON.stringify(contents));
  if (bytes <= limits.eventBytes) return undefined;
  return { code: 'event_too_large', message: `The event has ${bytes} bytes; ${limits.eventBytes} are allowed.` };
}

interface Shape {
  tooDeep: boolean;
  keys: number;
  /** No less than the bytes of the contents as JSON; the exact number costs more and is seldom needed. */
  bytesAtMost: number;
}

/** A control character is the longest in JSON: `\u0000`. */
const characterBytes = 6;
/** The longest number in JSON, `-1.2345678901234567e-300`, and its comma. */
const numberBytes = 25;

function inspect(object: Fields, depth: number, shape: Shape): void {
  if (depth > limits.depth) {
    shape.tooDeep = true;
    return;
  }
  const isArray = Array.isArray(object);
  for (const key in object) {
    if (!isArray) {
      shape.keys++;
      shape.bytesAtMost += characterBytes * key.length + 4;
    }
    const value = object[key];
    if (typeof value === 'string') shape.bytesAtMost += characterBytes * value.length + 3;
    else if (typeof value === 'object' && value !== null) {
      shape.bytesAtMost += 3;
      inspect(value as Fields, depth + 1, shape);
    } else {
      shape.bytesAtMost += numberBytes;
      if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY) object[key] = String(value);
    }
    if (shape.tooDeep || shape.keys > limits.keys) return;
  }
}
