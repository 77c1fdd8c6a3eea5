import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';

const file = 'bench/RESULTS.md';

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = sorted.length % 2 === 1 ? [sorted[middle]] : sorted.slice(middle - 1);
  return (low + high) / 2;
}

/** 12,345 */
export const whole = (number: number) => Math.round(number).toLocaleString('en-US');

export function machine(): string {
  const [cpu] = cpus();
  return `${cpus().length} × ${cpu?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GB, ${platform()} ${release()}, Node ${process.versions.node}`;
}

/** Writes the section of one benchmark into RESULTS.md and leaves those of the others as they are. */
export function writeSection(name: string, title: string, lines: string[]): void {
  const [begin, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const section = [
    begin,
    `## ${title}`,
    '',
    `${new Date().toISOString().slice(0, 10)} · ${machine()}`,
    '',
    ...lines,
    end,
  ].join('\n');
  const before = existsSync(file)
    ? readFileSync(file, 'utf8')
    : '# What was measured\n\nWritten by `npm run bench`. Server, load generator and database share one machine.\n';
  const at = before.indexOf(begin);
  const after =
    at < 0
      ? `${before.trimEnd()}\n\n${section}\n`
      : before.slice(0, at) + section + before.slice(before.indexOf(end) + end.length);
  writeFileSync(file, after);
}
