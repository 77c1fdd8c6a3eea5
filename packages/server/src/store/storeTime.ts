/** Of these hours a shard of a cluster cannot read the seconds, which have fewer than five digits. */
const [first, last] = ['1970-01-01T00:00:00', '1970-01-01T02:46:40'];

/**
 * A time of an answer (ISO 8601, UTC) as a parameter of type DateTime64: ClickHouse reads no "T" and no "Z" there. A time of
 * the first hours of 1970, which is nobody's but means "ever", becomes the last moment before.
 */
export function storeTime(iso: string): string {
  const told = iso >= first && iso < last ? '1969-12-31T23:59:59.999Z' : iso;
  return told.replace('T', ' ').replace('Z', '');
}
