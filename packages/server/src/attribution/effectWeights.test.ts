import { expect, test } from 'vitest';
import { divide } from './divide.ts';
import { effectWeights, wholeEffects } from './effectWeights.ts';

const visits = (...channels: string[]) => channels.map((channel, i) => ({ timestamp: i, messageId: `${i}`, channel }));

test('channels share a journey by their effects, and visits of one channel share its part', () => {
  const effects = wholeEffects(new Map([['A', 0.6], ['B', 0.2]])); // biome-ignore format: a table
  expect(divide(800, effectWeights(visits('A', 'B', 'A'), effects))).toEqual([300, 200, 300]);
});

test('channels without any effect share equally if a journey has no others', () => {
  const effects = wholeEffects(new Map([['A', 0], ['B', 0.5]])); // biome-ignore format: a table
  expect(divide(90, effectWeights(visits('A', 'C', 'A'), effects))).toEqual([23, 45, 22]);
  expect(divide(90, effectWeights(visits('A', 'B'), effects))).toEqual([0, 90]);
});

test('an effect that is hardly there is still one', () => {
  expect(wholeEffects(new Map([['A', 1e-15]])).get('A')).toBe(1);
});

test('the weights of the longest journeys stay within 63 bits', () => {
  const channels = Array.from({ length: 20 }, (_, i) => `channel ${i}`);
  const effects = wholeEffects(new Map(channels.map((channel) => [channel, 1])));
  const total = effectWeights(visits(...channels, ...channels), effects).reduce((sum, weight) => sum + weight, 0n);
  expect(total < 2n ** 63n).toBe(true);
});
