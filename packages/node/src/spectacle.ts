import type { CallType } from '@spectacle/protocol';
import type { AliasCall, GroupCall, IdentifyCall, PageCall, Stored, TrackCall } from './calls.ts';
import { createErrorLog } from './errorLog.ts';
import { readOptions, type SpectacleOptions } from './options.ts';
import { Outbox } from './outbox.ts';
import type { EventsOf, Schema } from './schema.ts';
import { SpectacleError } from './spectacleError.ts';
import { wireEvent } from './wireEvent.ts';

/**
 * Sends what users and companies do to a Spectacle collector, from a server.
 *
 * Every call returns a promise that resolves when the event is stored and rejects with a `SpectacleError` when it will
 * not be. Nobody has to await it: a rejection that nobody handles is reported to `onError` and never ends the process.
 * No method throws.
 *
 * @example
 * const spectacle = new Spectacle({ workspaceId: 'ws_acme', baseUrl: 'https://spectacle.acme.example' });
 * spectacle.group({ userId: 'user_1', groupId: 'company_123', traits: { name: 'Acme Inc.', plan: 'enterprise' } });
 * await spectacle.track({ userId: 'user_1', event: 'Invoice Paid', properties: { revenue: 9995, currency: 'USD' } });
 * await spectacle.close();
 */
export class Spectacle<S extends Schema = Schema> {
  readonly #outbox: Outbox | undefined;
  readonly #misconfigured: SpectacleError | undefined;
  readonly #report: (error: SpectacleError) => void;

  constructor(options: SpectacleOptions) {
    this.#report = carefully(options?.onError ?? createErrorLog());
    const settings = readOptions(options);
    if (typeof settings === 'string') {
      this.#misconfigured = new SpectacleError('not_configured', settings);
      this.#report(this.#misconfigured);
    } else {
      this.#outbox = new Outbox(settings);
    }
  }

  /** Something that a user, or a visitor, did. */
  track<Name extends keyof EventsOf<S> & string>(call: TrackCall<S, Name>): Promise<Stored> {
    return this.#call('track', call);
  }

  /** Who somebody is: by your user id, or by an email address alone. */
  identify(call: IdentifyCall<S>): Promise<Stored> {
    return this.#call('identify', call);
  }

  /** The company that a user belongs to from this time on, and what is known about it. */
  group(call: GroupCall<S>): Promise<Stored> {
    return this.#call('group', call);
  }

  /** A page that the server rendered. */
  page(call: PageCall): Promise<Stored> {
    return this.#call('page', call);
  }

  /** Says that `previousId` has been `userId` all along. */
  alias(call: AliasCall): Promise<Stored> {
    return this.#call('alias', call);
  }

  /** Sends what is queued now and resolves when all of it is stored or refused. Never rejects. */
  async flush(): Promise<void> {
    await this.#outbox?.flush();
  }

  /**
   * For the end of the process: flushes, and takes no more calls. Events that are not delivered within `timeoutMs`
   * (10 seconds) are given up as `closed`. Never rejects.
   */
  async close({ timeoutMs = 10_000 }: { timeoutMs?: number | undefined } = {}): Promise<void> {
    await this.#outbox?.close(timeoutMs);
  }

  #call(type: CallType, call: unknown): Promise<Stored> {
    const stored = this.#send(type, call);
    // Handled here, so that a call which nobody awaits cannot end the host; whoever awaits it gets the rejection all the same.
    stored.catch(this.#report);
    return stored;
  }

  async #send(type: CallType, call: unknown): Promise<Stored> {
    if (!this.#outbox) throw this.#misconfigured;
    let event: ReturnType<typeof wireEvent> | undefined;
    let json: string;
    try {
      event = wireEvent(type, call, this.#report);
      json = JSON.stringify(event);
    } catch (error) {
      if (error instanceof SpectacleError) throw error;
      const message = `${type}() was given something that has no JSON. Pass plain values without cycles.`;
      throw new SpectacleError('not_serializable', message, {
        cause: error,
        ...(event ? { messageId: event.messageId } : {}),
      });
    }
    return this.#outbox.add(json, event.messageId);
  }
}

/** An error in the host's own handler must not come back as an unhandled rejection. */
function carefully(onError: (error: SpectacleError) => void): (error: SpectacleError) => void {
  return (error) => {
    try {
      onError(error);
    } catch (mistake) {
      console.error('[spectacle] onError threw', mistake);
    }
  };
}
