import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { knownCases } from './cases/knownCases.ts';
import { expectedOutcome, outcomeIn } from './cases/outcome.ts';
import { differences } from './differences.ts';
import { clashingHistories, histories } from './histories.ts';
import { acceptedOf, deliver, type History } from './history.ts';
import type { MembershipMode } from './membership.ts';
import { minimalHistory } from './minimalHistory.ts';
import { inNamespace, namespace, portionOf } from './namespace.ts';
import { onePerMessage } from './onePerMessage.ts';
import { random } from './random.ts';
import { openReplays, type Replays, readAt } from './replays.ts';
import { readServed } from './served.ts';

/** More histories, or others, by environment. The second way of counting shares most of its derivation with the first. */
const usualCount = 250;
const count = Number(process.env.SPECTACLE_HISTORIES ?? usualCount);
const runs = [
  { membership: 'current', count },
  { membership: 'history', count: Math.ceil(count / 5) },
] as const;
const seed = Number(process.env.SPECTACLE_SEED ?? 1);
/** Which part of the people and groups are read whole, with timelines and periods; the others by the lists alone. */
const depth = Number(process.env.SPECTACLE_DEPTH ?? 0.1);
/** Histories in one workspace: no more people and groups than a list gives at once. */
const blockSize = 125;

/** Milliseconds. Mostly for the search of the smallest history, should one fail. */
const patience = Math.max(1_800_000, count * 5_000);

const modes = ['current', 'history'] as const;

let replays: Replays;
beforeAll(async () => {
  replays = await openReplays();
});
afterAll(() => replays.close());

const cases = knownCases.flatMap(({ title, cases }) =>
  cases.map((known) => ({
    name: `${title}: ${known.title}`,
    known,
    history: known.calls.map(([{ wire, receivedAt }]) => ({ wire, receivedAt })),
  })),
);

/** Is an id of one of the cases that say since when somebody was where, or who was? No others need be asked. */
const moves = new Set(cases.flatMap(({ known }, i) => (known.memberships || known.former ? [namespace(i)] : [])));
const speaksOfMoves = (id: string) => moves.has(/n\d+\./.exec(id)?.[0] ?? '');

test.each(modes)(
  'the known cases hold in the real system, membership %s',
  async (membership) => {
    const together = cases.flatMap(({ history }, i) => inNamespace(history, namespace(i)));
    const [get] = await replays.replay([deliver(together, seed)], membership);
    const served = get && (await readServed(get, () => true, speaksOfMoves));
    expect(served?.contradictions).toEqual([]);
    for (const [i, { name, known }] of cases.entries()) {
      const portion = served && portionOf(served, namespace(i));
      expect.soft(portion && outcomeIn(portion, known), name).toEqual(expectedOutcome(known, membership));
    }
  },
  patience,
);

// In a namespace every id is a text.
test.each(cases.filter(({ history }) => hasNumericId(history)))('$name: also with ids sent as numbers', async (one) => {
  const [get] = await replays.replay([deliver(one.history, seed)], 'current');
  const served = get && (await readServed(get, () => true));
  expect(served && outcomeIn(served, one.known)).toEqual(expectedOutcome(one.known, 'current'));
});

test.each(runs)(
  '$count random histories, delivered in two ways, get equal answers, those of the reference (membership $membership)',
  async ({ membership, count }) => {
    const kinds = [
      { weight: 4, arbitrary: histories },
      { weight: 1, arbitrary: clashingHistories },
    ];
    const all = fc.sample(fc.oneof(...kinds), { numRuns: count, seed });
    for (let start = 0; start < count; start += blockSize) {
      const block = all.slice(start, start + blockSize);
      const wrong = await whatIsWrong(block, membership, { seeds: [start, start + 1], deep: isChosen });
      if (wrong.length > 0) await fail(block, wrong, membership);
    }
  },
  patience,
);

/** Half of the events of the histories are older than this, in milliseconds since 1970, and by how many days `readAt` is later. */
const keptFrom = Date.parse('2026-02-02T00:00:00.000Z');
const keptDays = (readAt - keptFrom) / 86_400_000;

// Both when there is time for more.
test.each(count > usualCount ? modes : (['history'] as const))(
  'when old events have left, the answers are those of a workspace that never saw them (membership %s)',
  async (membership) => {
    const some = fc.sample(histories, { numRuns: Math.ceil(count / 20), seed });
    const all = some.flatMap((history, i) => inNamespace(history, namespace(i)));
    const young = onePerMessage(acceptedOf(all)).filter(({ timestamp }) => timestamp >= keptFrom);
    const ids = new Set(young.map(({ messageId }) => messageId));
    const never = all.filter(({ wire }) => ids.has(wire.messageId));
    expect(ids.size).toBeGreaterThan(30);
    expect(never.length).toBeLessThan(all.length * 0.7);
    const gets = await replays.replay([deliver(all, seed), deliver(never, seed)], membership, [keptDays, 0]);
    const [left, unseen] = await Promise.all(gets.map((get) => readServed(get, isChosen)));
    expect(left?.contradictions).toEqual([]);
    expect(left?.answers).toEqual(unseen?.answers);
  },
  patience,
);

interface Look {
  /** Each delivers the histories in another way, to a workspace of its own. */
  readonly seeds: readonly number[];
  /** Who is read whole. */
  readonly deep: (id: string) => boolean;
}

/** More ways and everything, to find a failure again in fewer events. */
const closerLook: Look = { seeds: [0, 1, 2, 3], deep: () => true };

/** Delivers histories in several ways and says what is wrong with the answers: one way to another, and to the reference. */
async function whatIsWrong(
  block: readonly History[],
  membership: MembershipMode,
  { seeds, deep }: Look,
): Promise<string[]> {
  const together = block.flatMap((history, i) => inNamespace(history, namespace(i)));
  const ways = seeds.map((way) => deliver(together, seed + way));
  const [first, ...others] = await Promise.all(
    (await replays.replay(ways, membership)).map((get) => readServed(get, deep)),
  );
  if (first === undefined) return ['Nothing was served.'];
  const unequal = others.flatMap(({ answers }) =>
    [...first.answers]
      .filter(([path, body]) => answers.get(path) !== body)
      .map(([path, body]) => `Two deliveries get different answers at ${path}:\n${body}\n${answers.get(path)}`),
  );
  const wrong = block.flatMap((history, i) =>
    differences(inNamespace(history, ''), portionOf(first, namespace(i)), membership),
  );
  return [...unequal, ...first.contradictions, ...wrong];
}

/** Chance, but the same whenever the same id is asked for. */
function isChosen(id: string): boolean {
  return random(Buffer.from(id).reduce((sum, byte) => (sum * 31 + byte) % 1_000_003, 0))() < depth;
}

/** Looks for the smallest history that shows what is wrong, so that it can be worked out by hand. */
async function fail(block: readonly History[], found: readonly string[], membership: MembershipMode): Promise<never> {
  let why: readonly string[] = found;
  const isWrong = async (history: History) => {
    const wrong = await whatIsWrong([history], membership, closerLook);
    if (wrong.length > 0) why = wrong;
    return wrong.length > 0;
  };
  for (const history of block) {
    if (!(await isWrong(history))) continue;
    const smallest = await minimalHistory(history, isWrong);
    expect.fail(`${why.join('\n')}\nThe smallest such history: ${JSON.stringify(smallest, null, 1)}`);
  }
  expect.fail(`Only together, or not again: ${found.join('\n')}`);
}

function hasNumericId(history: History): boolean {
  return history.some(({ wire }) => typeof wire.userId === 'number' || typeof wire.groupId === 'number');
}
