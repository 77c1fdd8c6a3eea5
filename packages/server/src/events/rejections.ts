import type { Rejection } from '@spectacle/protocol';
import type { Connection } from '../store/connection.ts';

const payloadLength = 2_000;

/** Rejections of one request that are written down; of a hostile flood the first tell enough. */
const perRequest = 20;

/** Rejections that wait to be written down; past that they are forgotten, for their senders know of them. */
const waitingAtMost = 1_000;

const columns = ['workspace', 'received_at', 'message_id', 'code', 'message', 'payload'] as const;

/**
 * Keeps refused events for the live feed. They were answered already, so it may forget under a flood: one insert at a time,
 * each after a pause, and a bounded number of them waiting.
 */
export class RejectionLog {
  readonly #connection: Connection;
  readonly #pause: () => Promise<unknown>;
  readonly #written: (workspaceIds: Set<string>) => void;
  readonly #onError: (error: unknown) => void;
  #waiting: { workspaceId: string; line: string }[] = [];
  #writing: Promise<void> | undefined;

  constructor({ connection, pause = aSecond, written, onError }: RejectionLogCollaborators) {
    this.#connection = connection;
    this.#pause = pause;
    this.#written = written;
    this.#onError = onError;
  }

  /** Notes what was refused of a request; `rawOf` gives the event at a place of its batch, as it was sent. */
  add(workspaceId: string, receivedAt: number, rejections: Rejection[], rawOf: (index: number) => unknown): void {
    for (const { index, messageId, code, message } of rejections.slice(0, perRequest)) {
      if (this.#waiting.length >= waitingAtMost) return;
      const row = [workspaceId, receivedAt, messageId ?? '', code, message.toWellFormed(), startOf(rawOf(index))];
      this.#waiting.push({ workspaceId, line: JSON.stringify(row) });
    }
    this.#writing ??= this.#write();
  }

  /** Returns when nothing waits any more. */
  async idle(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    // What is refused in the same turn of the event loop is written together.
    await new Promise(setImmediate);
    while (this.#waiting.length > 0) {
      const taken = this.#waiting.splice(0);
      try {
        await this.#connection.append('spectacle.rejections', columns, taken.map(({ line }) => line).join('\n'));
        this.#written(new Set(taken.map(({ workspaceId }) => workspaceId)));
      } catch (error) {
        this.#onError(error);
      }
      if (this.#waiting.length > 0) await this.#pause();
    }
    this.#writing = undefined;
  }
}

export interface RejectionLogCollaborators {
  connection: Connection;
  /** Between two inserts, so that a flood of mistakes does not compete with the events. */
  pause?: () => Promise<unknown>;
  /** After rejections of these workspaces were written down. */
  written(workspaceIds: Set<string>): void;
  onError(error: unknown): void;
}

const aSecond = () => new Promise((resolve) => setTimeout(resolve, 1_000));

/** The start of an event as it was sent. */
function startOf(raw: unknown): string {
  try {
    return (JSON.stringify(raw) ?? '').slice(0, payloadLength).toWellFormed();
  } catch {
    // Nested so deep that it cannot be written.
    return '';
  }
}
