import { expect, test } from 'vitest';
import { flowsOf } from './flows.ts';

const step = (position: number, from: string, to: string, entities: number) => ({ position, from, to, entities });

test('a place is as wide as what comes to it or goes on from it', () => {
  // Five went from an ad to Direct, two of them on to email.
  const { nodes, links } = flowsOf([step(0, 'Paid Search', 'Direct', 5), step(1, 'Direct', 'Email', 2)]);
  expect(nodes.map(({ id, entities }) => [id, entities])).toEqual([
    ['0:Paid Search', 5],
    ['1:Direct', 5],
    ['2:Email', 2],
  ]);
  expect(links).toHaveLength(2);
});

test('what is rare at a place goes together, and nobody is lost', () => {
  const steps = ['a', 'b', 'c', 'd'].map((key, index) => step(0, key, 'Direct', 10 - index));
  const { nodes, links } = flowsOf(steps, 5, 2);
  expect(nodes.map(({ id }) => id)).toEqual(['0:a', '1:Direct', '0:b', '0:Other']);
  expect(links.reduce((sum, link) => sum + link.entities, 0)).toBe(10 + 9 + 8 + 7);
});

test('later steps than the picture has room for are counted as hidden', () => {
  expect(flowsOf([step(0, 'a', 'b', 3), step(4, 'a', 'b', 1)], 5).hidden).toBe(1);
});
