/** What a request costs beside its body: socket, headers, answer. */
const requestBytes = 2 * 1024;

export const admittedBytes = 32 * 1024 * 1024;

/**
 * Bounds the memory of requests between their first byte and their answer. New ones are refused before their body is read
 * while the bound is reached, so refusing costs next to nothing and what was admitted is finished at full speed.
 */
export class Admission {
  readonly #limit: number;
  #held = 0;
  #requests = 0;
  #closed = false;
  #emptied: (() => void)[] = [];

  /** @param limit bytes of all requests under way together; a body being read may exceed it once more by as much. */
  constructor(limit = admittedBytes) {
    this.#limit = limit;
  }

  /** Bytes of the requests under way. */
  get held(): number {
    return this.#held + this.#requests * requestBytes;
  }

  get requests(): number {
    return this.#requests;
  }

  /** Would a new request be refused? */
  get full(): boolean {
    return this.#closed || this.held >= this.#limit;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** Lets a request in, or returns undefined. */
  enter(): Admitted | undefined {
    if (this.full) return undefined;
    this.#requests++;
    let bytes = 0;
    return {
      hold: (more) => {
        bytes += more;
        this.#held += more;
        return this.#held <= 2 * this.#limit;
      },
      leave: () => {
        this.#held -= bytes;
        this.#requests--;
        if (this.#requests === 0) for (const resolve of this.#emptied.splice(0)) resolve();
      },
    };
  }

  /** Lets nobody in any more; returns when the last has left. */
  async close(): Promise<void> {
    this.#closed = true;
    if (this.#requests > 0) await new Promise<void>((resolve) => this.#emptied.push(resolve));
  }
}

export interface Admitted {
  /** Accounts for bytes of the body as they arrive; false: there is no room for them. */
  hold(bytes: number): boolean;
  /** To be called once, after the answer. */
  leave(): void;
}
