/** Something that people ask of a large store, and within what time it should be answered. */
export interface Question {
  name: string;
  /** Below `/api/workspaces/{ws}/`; each time about another company and person, so that no answer is ready. */
  paths(turn: number): string[];
  /** Milliseconds. */
  goal: number;
  /** Asked again under the traffic that costs most. */
  short?: boolean;
}

const company = (turn: number) => `company_${(turn * 997) % 25_000}`;
const person = (turn: number) => `user%3Auser_${(turn * 7_919) % 250_000}`;
const sorts = ['-lastSeen', 'name', '-members', '-events', '-visits', '-revenue', 'firstSeen', 'groupId'];
const filter = (text: string) => `filter=${encodeURIComponent(text)}`;
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value));
const range = 'from=2026-08-01T00:00:00Z&to=2026-10-30T00:00:00Z';
const year = 'from=2025-11-01T00:00:00Z&to=2026-11-01T00:00:00Z';
const ruleModels = ['first', 'last', 'lastNonDirect', 'linear', 'position', 'w', 'timeDecay'];
const steps = json([
  { type: 'page', name: '/pricing' },
  { type: 'track', name: 'Trial Started' },
  { type: 'track', name: 'Payment Received' },
]);

export const questions: Question[] = [
  ...sorts.map((sort) => ({
    name: `companies by ${sort}`,
    paths: () => [`groups?limit=50&sort=${sort}`],
    goal: 300,
    short: sort === '-revenue',
  })),
  {
    name: 'companies filtered by a custom trait',
    paths: (turn) => [
      `groups?limit=50&sort=-revenue&${filter(`traits.region is ${['EMEA', 'APAC', 'AMER'][turn % 3]}`)}`,
    ],
    goal: 500,
    short: true,
  },
  {
    name: 'one company with its members',
    paths: (turn) => [`groups/${company(turn)}`, `groups/${company(turn)}/members?limit=50`],
    goal: 100,
    short: true,
  },
  {
    name: "a company's timeline",
    paths: (turn) => [`groups/${company(turn)}/timeline?limit=50`],
    goal: 100,
    short: true,
  },
  { name: 'one person', paths: (turn) => [`people/${person(turn)}`], goal: 50, short: true },
  {
    name: "a company's journey under all models",
    paths: (turn) => [`groups/${company(turn)}/journey`],
    goal: 150,
  },
  ...ruleModels.map((model) => ({
    name: `attribution by channel, 90 days, ${model}`,
    paths: () => [`reports/attribution?level=group&by=channel&model=${model}&${range}`],
    goal: 1_500,
  })),
  {
    name: 'attribution by channel, 90 days, all nine models',
    paths: () => [`reports/models?level=group&by=channel&${range}`],
    goal: 4_000,
  },
  {
    name: 'a funnel of three steps by company, a year',
    paths: () => [`reports/funnel?level=group&steps=${steps}&windowDays=30&${year}`],
    goal: 1_500,
  },
  {
    name: 'retention of companies by week, a year',
    paths: () => [`reports/retention?level=group&period=week&periods=26&${year}`],
    goal: 2_000,
  },
];
