export interface ReadinessCollaborators {
  /** Asks the store something trivial. */
  probe(): Promise<unknown>;
  isShuttingDown(): boolean;
  isOverloaded(): boolean;
  /** Milliseconds of a steady clock. */
  now?(): number;
}

export type NotReady = 'shutting_down' | 'overloaded' | 'store_unavailable';

/** A store that has not answered by then is as good as gone. */
const probeMs = 2_000;

/** After a failed insert the store is taken for unavailable this long: a full disk still answers questions. */
const afterFailureMs = 5_000;

/** Whether to send traffic here, for load balancers and for people. */
export class Readiness {
  readonly #collaborators: ReadinessCollaborators;
  readonly #now: () => number;
  #failedAt = Number.NEGATIVE_INFINITY;

  constructor(collaborators: ReadinessCollaborators) {
    this.#collaborators = collaborators;
    this.#now = collaborators.now ?? (() => performance.now());
  }

  /** To be told how each insert went. */
  inserted(ok: boolean): void {
    this.#failedAt = ok ? Number.NEGATIVE_INFINITY : this.#now();
  }

  /** Undefined: ready. */
  async whyNot(): Promise<NotReady | undefined> {
    if (this.#collaborators.isShuttingDown()) return 'shutting_down';
    if (this.#collaborators.isOverloaded()) return 'overloaded';
    if (this.#now() - this.#failedAt < afterFailureMs) return 'store_unavailable';
    return (await this.#answers()) ? undefined : 'store_unavailable';
  }

  async #answers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, probeMs, false);
    });
    const answer = this.#collaborators.probe().then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, late]);
    } finally {
      clearTimeout(timer);
    }
  }
}
