import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Change } from './backlog.ts';
import { Lease } from './lease.ts';
import { Projector, type ProjectorCollaborators } from './projector.ts';
import { Tail } from './tail.ts';

/** How often a process looks at the lease, and the one that derives for what others stored. */
const lookEveryMs = 500;
const hurryMs = 50;

/** A read waits no longer than this for another process to derive what this one stored. */
const patienceMs = 3_000;

/** Numbers that whoever led may have used since it last told. */
const numbersAhead = 10_000_000;

/**
 * The projector of an installation of several processes on one server or cluster: one of them derives, what all of them
 * store; the others stand by. To the rest of the program it is a `Projector`.
 */
export class SharedProjector {
  readonly #collaborators: ProjectorCollaborators;
  readonly #mayLead: boolean;
  readonly #lease: Lease;
  /** While this process derives. */
  #leading: { projector: Projector; tail: Tail } | undefined;
  #batch = 0;
  #covered = 0;
  /** Something that this process stored waits for another one to derive it. */
  #handedOver = false;
  #wanted = 0;
  #looking: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  /** `mayLead`: false for a process that only collects. */
  constructor(collaborators: ProjectorCollaborators, { mayLead }: { mayLead: boolean }) {
    this.#collaborators = collaborators;
    this.#mayLead = mayLead;
    this.#lease = new Lease(collaborators.connection, `${hostname()} ${process.pid} ${randomUUID()}`);
  }

  get waiting(): number {
    return this.#leading?.projector.waiting ?? 0;
  }

  get lastRunMs(): number {
    return this.#leading?.projector.lastRunMs ?? 0;
  }

  get isSlow(): boolean {
    return this.#leading?.projector.isSlow ?? false;
  }

  get reportsBehindMs(): number {
    return this.#leading?.projector.reportsBehindMs ?? 0;
  }

  /** Does this process derive? */
  get leads(): boolean {
    return this.#leading !== undefined;
  }

  async recover(): Promise<void> {
    if (!this.#mayLead) return;
    await this.#look();
    this.#later();
  }

  changed(change: Change): void {
    if (!this.#leading) {
      this.#handedOver = true;
      return;
    }
    this.#leading.tail.stored(change);
    this.#leading.projector.changed(change);
  }

  async again(workspaceId: string): Promise<void> {
    await (await this.#lead()).again(workspaceId);
  }

  async visitorsAgain(workspaceId: string, visitors: readonly string[]): Promise<void> {
    await (await this.#lead()).visitorsAgain(workspaceId, visitors);
  }

  /** Does some work while nobody derives; this process takes over the deriving for it. @throws what the work throws. */
  async exclusively<Result>(work: (batch: number) => Promise<Result>): Promise<Result> {
    return await (await this.#lead()).exclusively(work);
  }

  /** Returns when what is stored has been derived, whoever does it. @throws what deriving it fails with. */
  async settled(): Promise<void> {
    if (!this.#leading) return await this.#othersCovered(Number.POSITIVE_INFINITY);
    await this.#takeUp();
    await this.#leading?.projector.settled();
  }

  async covered(): Promise<void> {
    if (this.#leading) return await this.#leading.projector.covered();
    if (this.#handedOver) await this.#othersCovered(patienceMs);
  }

  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.#looking?.catch(() => {});
    await this.#leading?.projector.close();
    if (this.#mayLead) await this.#lease.leave(this.#told()).catch(this.#collaborators.onError);
    this.#leading = undefined;
  }

  async #othersCovered(patience: number): Promise<void> {
    if (!this.#mayLead) return;
    this.#handedOver = false;
    const started = performance.now();
    const from = (await this.#look()).now;
    while (!this.#closed && !this.#leading && this.#covered < from) {
      if (performance.now() - started > patience) {
        this.#handedOver = true;
        return;
      }
      await sleep(hurryMs);
      await this.#look();
    }
    await this.#leading?.projector.covered();
  }

  /** Takes over the deriving, if this process has it not yet. */
  async #lead(): Promise<Projector> {
    if (!this.#mayLead) throw new Error('This process only collects. Ask one that serves the API.');
    this.#wanted++;
    try {
      while (!this.#leading) {
        if (this.#closed) throw new Error('The server is being stopped.');
        await this.#look();
        if (!this.#leading) await sleep(hurryMs);
      }
      return this.#leading.projector;
    } finally {
      this.#wanted--;
    }
  }

  #later(): void {
    if (this.#closed) return;
    this.#timer = setTimeout(async () => {
      try {
        await this.#look();
        await this.#takeUp();
      } catch (error) {
        this.#collaborators.onError(error);
      }
      this.#later();
    }, lookEveryMs);
    this.#timer.unref();
  }

  /** One look at a time: whoever comes during one waits for it, and then looks itself. */
  async #look(): Promise<{ now: number }> {
    while (this.#looking) await this.#looking.catch(() => {});
    let now = 0;
    this.#looking = (async () => {
      const state = await this.#lease.look(this.#told(), this.#wanted > 0);
      now = state.now;
      this.#covered = state.covered;
      this.#batch = Math.max(this.#batch, state.batch);
      if (state.leads && !this.#leading) await this.#begin();
      else if (!state.leads && this.#leading) await this.#end();
    })().finally(() => {
      this.#looking = undefined;
    });
    await this.#looking;
    return { now };
  }

  async #begin(): Promise<void> {
    const { connection, onError } = this.#collaborators;
    const projector = new Projector({
      ...this.#collaborators,
      onError,
      after: this.#batch + numbersAhead,
      mayRun: () => this.#lease.leads,
    });
    this.#leading = { projector, tail: new Tail(connection) };
    await projector.recover();
  }

  /** Finishes the run under way, and only then makes room for the next. */
  async #end(): Promise<void> {
    const leading = this.#leading;
    if (!leading) return;
    this.#leading = undefined;
    let closed = false;
    // Those who wait for what it did not derive are answered from what there is; the next one derives it.
    const closing = leading.projector.close().finally(() => {
      closed = true;
    });
    for (;;) {
      await Promise.race([closing, sleep(lookEveryMs)]);
      if (closed) break;
      await this.#lease.look(this.#told());
    }
    this.#batch = Math.max(this.#batch, leading.projector.lastBatch);
    await this.#lease.release(this.#told());
  }

  /** Derives what others stored, and remembers up to when that was everything. */
  async #takeUp(): Promise<void> {
    const leading = this.#leading;
    if (!leading) return;
    const { now } = await this.#look();
    const changes = await leading.tail.look();
    for (const change of changes) leading.projector.changed(change);
    void leading.projector.covered().then(() => {
      if (this.#leading === leading && !leading.projector.failing) this.#covered = Math.max(this.#covered, now);
    });
  }

  #told() {
    return { batch: Math.max(this.#batch, this.#leading?.projector.lastBatch ?? 0), covered: this.#covered };
  }
}

const sleep = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
