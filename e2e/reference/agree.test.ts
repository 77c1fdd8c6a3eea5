import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownCases } from './cases/knownCases.ts';
import { expectedOutcome, outcomeIn } from './cases/outcome.ts';
import { differences } from './differences.ts';
import { clashingHistories, histories } from './histories.ts';
import { deliver, type History } from './history.ts';
import type { MembershipMode } from './membership.ts';
import { minimalHistory } from './minimalHistory.ts';
import { inNamespace, namespace, portionOf } from './namespace.ts';
import { random } from './random.ts';
import { openReplays, type Replays } from './replays.ts';
import { readServed } from './served.ts';

/** More histories, or others, by environment. */
const count = Number(process.env.SPECTACLE_HISTORIES ?? 500);
const seed = Number(process.env.SPECTACLE_SEED ?? 1);
/** Which part of the people and groups are read whole, with timelines and periods; the others by the lists alone. */
const depth = Number(process.env.SPECTACLE_DEPTH ?? 0.2);
/** Histories in one workspace. */
const blockSize = 25;

const modes = ['current'] as const;

let replays: Replays;
beforeAll(async () => {
  replays = await openReplays();
});
afterAll(() => replays.close());

test.each(modes)('the known cases hold in the real system, membership %s', async (membership) => {
  const cases = knownCases.flatMap(({ title, cases }) =>
    cases.map((known) => ({ name: `${title}: ${known.title}`, known })),
  );
  const sent = cases.map(({ known }, i) =>
    inNamespace(
      known.calls.map(([{ wire, receivedAt }]) => ({ wire, receivedAt })),
      namespace(i),
    ),
  );
  const [get] = await replays.replay([deliver(sent.flat(), seed)], membership);
  const served = get && (await readServed(get, () => true));
  expect(served?.contradictions).toEqual([]);
  for (const [i, { name, known }] of cases.entries()) {
    const portion = served && portionOf(served, namespace(i));
    expect.soft(portion && outcomeIn(portion, known), name).toEqual(expectedOutcome(known, membership));
  }
});

test.each(modes)(
  `${count} random histories, delivered in two ways, get equal answers, those of the reference (membership %s)`,
  async (membership) => {
    const kinds = [
      { weight: 4, arbitrary: histories },
      { weight: 1, arbitrary: clashingHistories },
    ];
    const all = fc.sample(fc.oneof(...kinds), { numRuns: count, seed });
    for (let start = 0; start < count; start += blockSize) {
      const block = all.slice(start, start + blockSize);
      if ((await whatIsWrong(block, membership)).length > 0) await fail(block, membership);
    }
  },
  count * 4_000,
);

/** Delivers histories in two ways, each way to a workspace, and says what is wrong with the answers. */
async function whatIsWrong(block: readonly History[], membership: MembershipMode, all = false): Promise<string[]> {
  const together = block.flatMap((history, i) => inNamespace(history, namespace(i)));
  const gets = await replays.replay([deliver(together, seed), deliver(together, seed + 1)], membership);
  const [one, other] = await Promise.all(gets.map((get) => readServed(get, (id) => all || isChosen(id))));
  if (one === undefined || other === undefined) return ['Nothing was served.'];
  return [
    ...[...one.answers]
      .filter(([path, body]) => other.answers.get(path) !== body)
      .map(
        ([path, body]) => `Two deliveries are answered differently at ${path}:\n${body}\n${other.answers.get(path)}`,
      ),
    ...one.contradictions,
    ...block.flatMap((history, i) => differences(history, portionOf(one, namespace(i)), membership)),
  ];
}

/** Chance, but the same whenever the same id is asked for. */
function isChosen(id: string): boolean {
  return random(Buffer.from(id).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 0))() < depth;
}

/** Looks for the smallest history that shows what is wrong, so that it can be worked out by hand. */
async function fail(block: readonly History[], membership: MembershipMode): Promise<never> {
  const isWrong = async (history: History) => (await whatIsWrong([history], membership, true)).length > 0;
  for (const history of block) {
    if (!(await isWrong(history))) continue;
    const smallest = await minimalHistory(history, isWrong);
    const wrong = await whatIsWrong([smallest], membership, true);
    expect.fail(`${wrong.join('\n')}\nThe smallest such history: ${JSON.stringify(smallest, null, 1)}`);
  }
  expect.fail(`Only together: ${(await whatIsWrong(block, membership)).join('\n')}`);
}
