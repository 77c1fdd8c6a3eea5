/**
 * What the collector accepts. Sizes are bytes of UTF-8, lengths are UTF-16 code units.
 * The first five are Segment's published limits, so that a client within them is within ours.
 */
export const limits = {
  eventBytes: 32 * 1024,
  batchBytes: 500 * 1024,
  batchEvents: 2_500,
  messageIdLength: 100,
  idLength: 500,
  eventNameLength: 500,
  /** Levels of objects and arrays inside one event. */
  depth: 32,
  /** Keys of all objects inside one event together. */
  keys: 2_000,
} as const;
