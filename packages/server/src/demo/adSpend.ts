import type { Campaign } from './arrivals.ts';
import { day } from './duration.ts';
import { createWorld, type WorldOptions } from './world.ts';

/** What the ads of one campaign cost on one day, as the API takes it. */
export interface AdSpend {
  /** A day in UTC, like 2026-05-31. */
  date: string;
  source: Campaign['source'];
  medium: Campaign['medium'];
  campaign: Campaign['name'];
  /** In cents. */
  amount: number;
  currency: 'USD';
}

/** Cents on a working day, for a vendor whom two hundred companies find in a year; the campaigns are those of the arrivals. */
const budgets: readonly (Pick<AdSpend, 'source' | 'medium' | 'campaign'> & { cents: number })[] = [
  { source: 'google', medium: 'cpc', campaign: 'brand-search', cents: 3_200 },
  { source: 'google', medium: 'cpc', campaign: 'generic-attribution', cents: 9_500 },
  { source: 'google', medium: 'cpc', campaign: 'competitor-terms', cents: 5_400 },
  { source: 'linkedin', medium: 'paid-social', campaign: 'abm-enterprise-q3', cents: 12_500 },
  { source: 'linkedin', medium: 'paid-social', campaign: 'thought-leadership', cents: 6_100 },
  { source: 'linkedin', medium: 'paid-social', campaign: 'retargeting-pricing', cents: 3_900 },
  { source: 'bing', medium: 'cpc', campaign: 'generic-attribution', cents: 2_600 },
];

const usual = { companies: 200, days: 365 };

/**
 * What the simulated vendor's ads cost, day by day up to yesterday. The same options give the same amounts, and a later `now`
 * adds days.
 *
 * @throws RangeError when an option is out of range (see `createWorld`).
 */
export function* adSpend(options: WorldOptions): Generator<AdSpend> {
  const world = createWorld(options);
  const scale = options.companies / usual.companies / (options.days / usual.days);
  for (let at = Math.ceil(world.start / day) * day; at + day <= world.now; at += day) {
    const date = new Date(at).toISOString().slice(0, 10);
    const weekend = [0, 6].includes(new Date(at).getUTCDay());
    for (const { cents, ...campaign } of budgets) {
      const random = world.random.fork(`spend ${date} ${campaign.source} ${campaign.campaign}`);
      const amount = Math.round(cents * scale * (weekend ? 0.4 : 1) * random.between(0.75, 1.25));
      yield { date, ...campaign, amount, currency: 'USD' };
    }
  }
}
