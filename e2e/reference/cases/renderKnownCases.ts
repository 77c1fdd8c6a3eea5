import { type Clock, type KnownCase, timeOf } from './knownCase.ts';
import type { Chapter } from './knownCases.ts';

const introduction = `# Known cases: which person, which company

This page is made from \`e2e/reference/cases\`, where every case is a test: of a plain reference, and of the real system
through its API. The expected answers are worked out by hand from the rules. If the system and this page disagree, one of
them is wrong, and we would like to know.

How to read it. Each line is one call in a browser or on a server, with the person and the company that it counts for
once *all* calls are there: the answer never depends on the order in which they arrive.

- *device* is the anonymousId of a browser, *user* the userId that the call carries.
- A person is \`user:…\` (known by a userId), \`email:…\` (by an email) or \`anon:…\` (by a device).
- *company* is where the call counts. Where the setting \`membership\` matters, two columns say so: \`current\` (the default:
  all of a person's events count for the company the person is in now) and \`history\` (each event counts for the company
  the person was in at that time).
- Times are day and hour of the client's clock. Calls of the same millisecond are ordered by their messageId, here m1, m2, …`;

/** The table of cases as a page of Markdown for users. */
export function renderKnownCases(chapters: readonly Chapter[]): string {
  let number = 0;
  const texts = chapters.map(({ title, cases }) => {
    const rendered = cases.map((known) => renderCase(known, ++number));
    return [`## ${title}`, ...rendered].join('\n\n');
  });
  return `${[introduction, ...texts].join('\n\n')}\n`;
}

function renderCase(known: KnownCase, number: number): string {
  const notes = notesOf(known).map((note) => `- ${note}`);
  return [`### ${number}. ${known.title}`, known.rule, tableOf(known), notes.join('\n')].filter(Boolean).join('\n\n');
}

type Row = KnownCase['calls'][number];

interface Column {
  readonly head: string;
  readonly cell: (row: Row) => string;
  readonly always?: boolean;
}

function tableOf({ calls, times = {} }: KnownCase): string {
  const byMode = calls.some(([, , company]) => Array.isArray(company));
  const inMode = (mode: 0 | 1) => (row: Row) => code(typeof row[2] === 'string' ? row[2] : row[2]?.[mode]);
  const columns: Column[] = [
    { head: '', cell: ([{ wire }]) => wire.messageId, always: true },
    { head: 'time', cell: ([{ at }]) => clock(at) || 'none', always: true },
    { head: 'sent', cell: ([{ who }]) => clock(who.sent) },
    { head: 'received', cell: ([{ who }]) => clock(who.received) },
    { head: 'counts at', cell: ([{ wire }]) => clock(times[wire.messageId]) },
    { head: 'device', cell: ([{ who }]) => who.on ?? '' },
    { head: 'user', cell: ([{ who }]) => String(who.as ?? '') },
    { head: 'email', cell: ([{ who }]) => who.email ?? '' },
    { head: 'context.groupId', cell: ([{ who }]) => who.for ?? '' },
    { head: 'call', cell: ([{ text }]) => code(text), always: true },
    { head: 'person', cell: ([, person]) => code(person), always: true },
    ...(byMode
      ? [
          { head: 'company, `current`', cell: inMode(0), always: true },
          { head: 'company, `history`', cell: inMode(1), always: true },
        ]
      : [{ head: 'company', cell: inMode(0) }]),
  ];
  const shown = columns.filter(({ cell, always }) => always || calls.some((row) => cell(row) !== ''));
  const lines = [
    shown.map(({ head }) => head),
    shown.map(() => '---'),
    ...calls.map((row) => shown.map(({ cell }) => cell(row))),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function notesOf(known: KnownCase): string[] {
  return [
    ...sentences(
      known.members,
      (id, people) => `${code(id)} has ${people.length ? `the ${members(people)}` : 'no members'} now`,
    ),
    ...sentences(known.former, (id, people) => (people.length ? `${code(id)} had the ${members(people)} once` : '')),
    ...sentences(known.memberships, (id, periods) => {
      const spans = periods.map(
        ([groupId, since, until]) =>
          `in ${code(groupId)} from ${clock(since)} to ${clock(until ?? undefined) || 'now'}`,
      );
      return `${code(id)} is ${spans.join(', then ')}`;
    }),
    ...sentences(
      known.devices,
      (id, all) =>
        `${code(id)} has ${all.length ? `the ${plural('device', all)} ${all.map(code).join(', ')}` : 'no device'}`,
    ),
    ...sentences(
      known.emails,
      (id, all) =>
        `${code(id)} has ${all.length ? `the ${plural('email', all)} ${all.map(code).join(', ')}` : 'no email'}`,
    ),
    ...sentences(known.companyTraits, (id, traits) => `Traits of ${code(id)}: ${code(JSON.stringify(traits))}`),
    ...sentences(known.personTraits, (id, traits) => `Traits of ${code(id)}: ${code(JSON.stringify(traits))}`),
    ...(known.visits ? [`Visits begin with ${known.visits.join(', ')}.`] : []),
    ...sentences(known.revenue, (id, sum) =>
      typeof sum === 'number'
        ? `Revenue of ${code(id)}: ${sum}`
        : `Revenue of ${code(id)}: ${sum[0]} in \`current\`, ${sum[1]} in \`history\``,
    ),
  ];
}

function sentences<V>(table: Readonly<Record<string, V>> | undefined, say: (id: string, value: V) => string): string[] {
  return Object.entries(table ?? {})
    .map(([id, value]) => say(id, value))
    .filter(Boolean)
    .map((text) => `${text}.`);
}

function members(people: readonly string[]): string {
  return `${plural('member', people)} ${people.map(code).join(', ')}`;
}

function plural(noun: string, all: readonly unknown[]): string {
  return all.length === 1 ? noun : `${noun}s`;
}

function code(text: string | null | undefined): string {
  return text ? `\`${text}\`` : '';
}

/** Day and hour; the year of what is more than a month before the first day. */
function clock(at: Clock | undefined): string {
  if (at === undefined) return '';
  const [day, time] = at.split(' ');
  return Number(day) < 1 ? new Date(timeOf(at)).toISOString().slice(0, 10) : `day ${day}, ${time}`;
}
