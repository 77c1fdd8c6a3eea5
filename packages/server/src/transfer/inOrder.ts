/**
 * Works on a few items at a time and settles them one after the other in the order in which they came, so that whatever
 * was settled last has nothing unfinished before it.
 */
export class InOrder<Item, Result> {
  readonly #atOnce: number;
  readonly #work: (item: Item) => Promise<Result>;
  readonly #settle: (item: Item, result: Result) => Promise<void>;
  #settled: Promise<void> = Promise.resolve();
  #waiting = 0;
  #free: (() => void) | undefined;
  #failed = false;

  constructor({ atOnce, work, settle }: InOrderCollaborators<Item, Result>) {
    this.#atOnce = atOnce;
    this.#work = work;
    this.#settle = settle;
  }

  /** Takes an item; returns when there is room for another. @throws what working on or settling an earlier one threw */
  async add(item: Item): Promise<void> {
    this.#waiting++;
    this.#settled = this.#through(item, this.#settled);
    // Not unhandled: whoever adds next or ends hears of it.
    this.#settled.catch(() => {});
    while (this.#waiting >= this.#atOnce) {
      await new Promise<void>((free) => {
        this.#free = free;
      });
    }
    if (this.#failed) await this.#settled;
  }

  /** Returns when everything is settled. @throws as `add` does */
  async end(): Promise<void> {
    await this.#settled;
  }

  async #through(item: Item, before: Promise<void>): Promise<void> {
    try {
      const working = this.#work(item);
      // Both at once, so that a failure of either is met when it happens.
      const [result] = await Promise.all([working, before]);
      await this.#settle(item, result);
    } catch (error) {
      this.#failed = true;
      throw error;
    } finally {
      this.#waiting--;
      this.#free?.();
    }
  }
}

interface InOrderCollaborators<Item, Result> {
  atOnce: number;
  work(item: Item): Promise<Result>;
  settle(item: Item, result: Result): Promise<void>;
}
