import type { Journey } from '@spectacle/server/answers';

type JourneyVisit = Journey['visits'][number];

/** The row of a report that a visit counts for; null: the breakdown is not one of visits but of companies. */
export function visitKey(visit: JourneyVisit, by: string): string | null {
  switch (by) {
    case 'channel':
    case 'source':
    case 'medium':
    case 'campaign':
    case 'term':
    case 'content':
    case 'landingPage':
    case 'referrer':
      return visit[by] === '' ? '(not set)' : visit[by];
    default:
      return null;
  }
}
