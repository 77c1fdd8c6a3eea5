import type { IncomingMessage } from 'node:http';
import { limits } from '@spectacle/protocol';
import type { Admitted } from './admission.ts';

export type BodyRead =
  | { ok: true; bytes: Buffer }
  /** `gone`: the client left, and nobody is there to hear why. */
  | { ok: false; code: 'too_large' | 'overloaded' | 'gone' };

/**
 * Reads the body of a request and accounts for its bytes as they arrive. A body that is too large is not read to its end
 * here; Node discards the rest.
 */
export function readBody(request: IncomingMessage, admitted: Admitted): Promise<BodyRead> {
  if (Number(request.headers['content-length']) > limits.batchBytes) {
    return Promise.resolve({ ok: false, code: 'too_large' });
  }
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const onData = (chunk: Buffer) => {
      length += chunk.length;
      if (!admitted.hold(chunk.length)) finish({ ok: false, code: 'overloaded' });
      else if (length > limits.batchBytes) finish({ ok: false, code: 'too_large' });
      else chunks.push(chunk);
    };
    const onEnd = () => {
      const [first] = chunks;
      finish({ ok: true, bytes: chunks.length === 1 && first ? first : Buffer.concat(chunks, length) });
    };
    const onGone = () => finish({ ok: false, code: 'gone' });
    const finish = (outcome: BodyRead) => {
      request.off('data', onData).off('end', onEnd).off('error', onGone).off('close', onGone);
      // A reader that leaves must not leave the stream standing: the connection is wanted for the next request.
      if (!outcome.ok) request.on('error', () => {}).resume();
      resolve(outcome);
    };
    request.on('data', onData).on('end', onEnd).on('error', onGone).on('close', onGone);
  });
}
