import type { DemoEvent } from './demoEvent.ts';
import { minute, second } from './duration.ts';
import type { EventWriter, Origin } from './eventWriter.ts';
import type { Random } from './random.ts';
import { appOrigin, type SitePage } from './sitePages.ts';

const screens: readonly SitePage[] = [
  { path: '/boards', title: 'Boards · Lumenboard' },
  { path: '/boards/revenue', title: 'Revenue board · Lumenboard' },
  { path: '/accounts', title: 'Accounts · Lumenboard' },
  { path: '/reports/attribution', title: 'Attribution · Lumenboard' },
  { path: '/settings/team', title: 'Team · Lumenboard' },
];

const actions = [
  ['Board Created', 4],
  ['Report Viewed', 12],
  ['Report Exported', 4],
  ['Segment Saved', 3],
  ['Integration Connected', 2],
  ['Teammate Invited', 2],
  ['Comment Added', 5],
] as const;

/** One session in the product: screens, and what is done on them. `origin` names the logged-in user. */
export function appSession(
  random: Random,
  write: EventWriter,
  origin: Origin,
): { events: DemoEvent[]; endedAt: number } {
  const events: DemoEvent[] = [];
  let at = origin.at;
  let referrer = '';
  do {
    const screen = random.pick(screens);
    events.push(write.page({ ...origin, at }, { ...screen, origin: appOrigin }, { referrer }));
    referrer = appOrigin + screen.path;
    at += random.integer(5 * second, 3 * minute);
    if (random.chance(0.55)) {
      const action = random.weighted(actions);
      events.push(write.track({ ...origin, at }, action, propertiesOf(random, action)));
      at += random.integer(5 * second, 4 * minute);
    }
  } while (events.length < 9 && random.chance(0.5));
  return { events, endedAt: at };
}

function propertiesOf(random: Random, action: (typeof actions)[number][0]): Record<string, unknown> {
  switch (action) {
    case 'Integration Connected':
      return { integration: random.pick(['Salesforce', 'HubSpot', 'Slack', 'Stripe', 'Snowflake']) };
    case 'Report Exported':
      return { format: random.pick(['csv', 'pdf']), rows: random.integer(10, 5_000) };
    case 'Report Viewed':
      return {
        report: random.pick(['attribution', 'funnel', 'retention', 'pipeline']),
        rangeDays: random.pick([7, 30, 90]),
      };
    default:
      return { boards: random.integer(1, 12) };
  }
}
