/** A time of an answer (ISO 8601, UTC) as a parameter of type DateTime64: ClickHouse reads no "T" and no "Z" there. */
export function storeTime(iso: string): string {
  return iso.replace('T', ' ').replace('Z', '');
}
