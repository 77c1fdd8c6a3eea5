import { readFileSync } from 'node:fs';

/** A file of docs/known-answers; for tests. */
export function knownText(name: string): string {
  return readFileSync(new URL(`../../../../docs/known-answers/${name}`, import.meta.url), 'utf8').trim();
}

/** The rows of a CSV file of docs/known-answers; they quote nothing. */
export function knownTable(name: string): Record<string, string>[] {
  const [head = [], ...rows] = knownText(name).split('\n').map((line) => line.split(',')); // biome-ignore format: a chain
  return rows.map((cells) => Object.fromEntries(head.map((name, i) => [name, cells[i] ?? ''])));
}

/** A fraction as those files write it: "2/5". */
export function knownFraction(text = '0'): [top: bigint, bottom: bigint] {
  const [top = '0', bottom = '1'] = text.split('/');
  return [BigInt(top), BigInt(bottom)];
}

export function knownNumber(text?: string): number {
  const [top, bottom] = knownFraction(text);
  return Number(top) / Number(bottom);
}
