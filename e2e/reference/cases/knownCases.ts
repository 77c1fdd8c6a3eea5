import { aliases } from './aliases.ts';
import { companies } from './companies.ts';
import { emails } from './emails.ts';
import type { KnownCase } from './knownCase.ts';
import { moves } from './moves.ts';
import { people } from './people.ts';
import { times } from './times.ts';
import { traits } from './traits.ts';
import { visitsAndRevenue } from './visitsAndRevenue.ts';

export interface Chapter {
  readonly title: string;
  readonly cases: readonly KnownCase[];
}

/** All cases in the order in which users read them. The expected answers are worked out by hand from the rules. */
export const knownCases: readonly Chapter[] = [
  { title: 'Who is who: users and devices', cases: people },
  { title: 'Who is who: emails', cases: emails },
  { title: 'Who is who: alias', cases: aliases },
  { title: 'Who belongs where', cases: companies },
  { title: 'Moves', cases: moves },
  { title: 'Times and repeats', cases: times },
  { title: 'Traits', cases: traits },
  { title: 'Visits and revenue', cases: visitsAndRevenue },
];
