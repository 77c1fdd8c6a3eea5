// The data-driven models on up to a million journeys: time must grow as their number does.
// npx esbuild bench/attribution.ts --bundle --platform=node --format=esm --conditions=source --outfile=bench/dist/attribution.js && node bench/dist/attribution.js
import { removalEffects } from '@spectacle/server/attribution/markov';
import { shapleyValues } from '@spectacle/server/attribution/shapley';
import { type Path, transitionsOf } from '@spectacle/server/attribution/transitions';

const channels = [
  'AI Assistant', 'Direct', 'Cross-network', 'Paid Shopping', 'Paid Search', 'Paid Social', 'Paid Video', 'Display', 'Paid Other',
  'Organic Shopping', 'Organic Social', 'Organic Video', 'Organic Search', 'Referral', 'Email', 'Affiliates', 'Audio', 'SMS', 'Mobile Push',
]; // biome-ignore format: a list

/** mulberry32: the same journeys in every run. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Journeys of 1 to 30 visits, 6 on average; popular channels as often as in life. One in eight converts. */
function* journeys(count: number): Generator<Path> {
  const next = random(7);
  for (let i = 0; i < count; i++) {
    const visits = 1 + Math.min(29, Math.floor(-Math.log(1 - next()) * 5));
    const way = Array.from({ length: visits }, () => channels[Math.floor(next() ** 2 * channels.length)] ?? 'Direct');
    yield { channels: way, converted: next() < 0.125, journeys: 1 };
  }
}

function timed<T>(work: () => T): [result: T, milliseconds: number] {
  const started = performance.now();
  const result = work();
  return [result, performance.now() - started];
}

const sizes = [62_500, 125_000, 250_000, 500_000, 1_000_000];
console.log('journeys   | model     | aggregate ms | algebra ms | states | µs a journey');
for (const size of sizes) {
  const paths = [...journeys(size)];
  for (const order of [1, 2, 3] as const) {
    const [transitions, aggregating] = timed(() => transitionsOf(paths, order));
    const [effects, solving] = timed(() => removalEffects(transitions, order));
    if (effects.size !== channels.length) throw new Error('A channel is missing.');
    report(size, `Markov ${order}`, aggregating, solving, new Set(transitions.map(({ from }) => from.join())).size);
  }
  const won = paths.filter(({ converted }) => converted);
  const [values, adding] = timed(() => shapleyValues(won.map(({ channels }) => ({ channels, conversions: 1 }))));
  const sum = [...values.values()].reduce((all, value) => all + value, 0);
  if (Math.abs(sum - won.length) > 1e-6) throw new Error('The values do not add up.');
  report(size, 'Shapley', adding, 0, values.size);
}

function report(size: number, model: string, aggregating: number, solving: number, states: number): void {
  const columns = [
    size.toLocaleString('en').padEnd(10),
    model.padEnd(9),
    aggregating.toFixed(0).padStart(12),
    solving.toFixed(0).padStart(10),
    String(states).padStart(6),
    ((1000 * (aggregating + solving)) / size).toFixed(2).padStart(6),
  ];
  console.log(columns.join(' | '));
}
