/**
 * A token bucket per workspace: so many events a second, and a second's worth at once. A batch is taken whole while
 * anything is left, and its debt paid off first, so that large batches pass at any rate.
 */
export class RateLimit {
  readonly #perSecond: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /**
   * @param perSecond events a second in each workspace
   * @param now milliseconds of any clock that goes steadily forward
   */
  constructor(perSecond: number, now: () => number = () => performance.now()) {
    this.#perSecond = perSecond;
    this.#now = now;
  }

  /** Takes events out of the workspace's bucket. Returns 0, or the whole seconds to wait before trying again. */
  take(workspaceId: string, events: number): number {
    const now = this.#now();
    const bucket = this.#buckets.get(workspaceId) ?? { left: this.#perSecond, at: now };
    this.#buckets.set(workspaceId, bucket);
    bucket.left = Math.min(this.#perSecond, bucket.left + ((now - bucket.at) / 1000) * this.#perSecond);
    bucket.at = now;
    // A hair less: fractions added up need not reach the whole.
    const needed = Math.min(1, this.#perSecond) - 1e-9;
    if (bucket.left < needed) return Math.max(1, Math.ceil((needed - bucket.left) / this.#perSecond));
    bucket.left -= events;
    return 0;
  }
}

interface Bucket {
  /** Events that may still come; below zero after a large batch. */
  left: number;
  at: number;
}
