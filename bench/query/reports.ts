import { median, whole } from '../results.ts';
import { builtModule, workspaceId } from '../server.ts';

type Store = Awaited<ReturnType<typeof import('../../packages/server/src/store/store.ts').openStore>>;
type Definitions = typeof import('../../packages/server/src/reports/definitions.ts');
type Funnels = typeof import('../../packages/server/src/reports/funnel.ts');
type Retentions = typeof import('../../packages/server/src/reports/retention.ts');
type Trends = typeof import('../../packages/server/src/reports/trend.ts');
type Paths = typeof import('../../packages/server/src/reports/paths.ts');
type Names = typeof import('../../packages/server/src/reports/names.ts');
type Question = import('../../packages/server/src/reports/question.ts').Question;

/** Warm: the first run is not counted. */
const runs = 10;

/** The year that `generate.sql` makes ends in November 2026. */
const now = Date.UTC(2026, 10, 21);
const daysAgo = (days: number) => now - days * 86_400_000;

/** How long the reports on events take on a filled store, as lines of a table: the median of ten, and the slowest. */
export async function measureReports(store: Store): Promise<string[]> {
  const { loadDefinitions } = await builtModule<Definitions>('reports/definitions.js');
  const { funnelReport } = await builtModule<Funnels>('reports/funnel.js');
  const { retentionReport } = await builtModule<Retentions>('reports/retention.js');
  const { trendReport } = await builtModule<Trends>('reports/trend.js');
  const { pathReport } = await builtModule<Paths>('reports/paths.js');
  const { seenNames } = await builtModule<Names>('reports/names.js');
  await loadDefinitions(store.intake);

  const companies: Question = { workspaceId, level: 'group', by: '', from: null, to: null, timeZone: 'UTC', limit: 50 };
  const people: Question = { ...companies, level: 'person' };
  const lately = { from: daysAgo(90), to: now };
  const any = { type: '', name: '' };
  const created = { type: 'track', name: 'Created Project' };
  const steps = [{ type: 'page', name: '/pricing' }, created, { type: 'track', name: 'Payment Received' }];
  const widest = [{ type: 'page', name: '' }, created, { type: 'track', name: 'Payment Received' }];
  const weekly = { first: any, back: any, period: 'week', periods: 12 } as const;
  const trend = { event: created, period: 'week' } as const;

  const questions: [string, () => Promise<unknown>][] = [
    ['funnel of companies, three steps, all time', () => funnelReport(store, companies, { steps, windowDays: 30 })],
    ['… begun in 90 days, by industry', () =>
      funnelReport(store, { ...companies, ...lately, by: 'traits.industry' }, { steps, windowDays: 30 })],
    ['… of people, by channel', () => funnelReport(store, { ...people, by: 'channel' }, { steps, windowDays: 30 })],
    ['… of companies, from any page view', () => funnelReport(store, companies, { steps: widest, windowDays: 30 })],
    ['retention of companies by week, any event', () => retentionReport(store, companies, weekly, now)],
    ['… that created a project', () => retentionReport(store, companies, { ...weekly, back: created }, now)],
    ['… of people, any event', () => retentionReport(store, people, weekly, now)],
    ['trend of one event by week, all time', () => trendReport(store, companies, trend, now)],
    ['… by channel, 90 days', () => trendReport(store, { ...companies, ...lately, by: 'channel' }, trend, now)],
    ['… of all events, 90 days', () => trendReport(store, { ...companies, ...lately }, { ...trend, event: any }, now)],
    ['paths of companies', () => pathReport(store, { ...companies, by: 'channel', limit: 100 }, { fold: true })],
    ['names of events and traits', () => seenNames(store, workspaceId)],
  ]; // biome-ignore format: a table

  const lines = ['| report | median | slowest |', '|---|---|---|'];
  for (const [name, ask] of questions) {
    const took: number[] = [];
    for (let run = 0; run <= runs; run++) {
      const started = performance.now();
      await ask();
      if (run > 0) took.push(performance.now() - started);
    }
    lines.push(`| ${name} | **${whole(median(took))} ms** | ${whole(Math.max(...took))} ms |`);
    console.log(`  ${lines.at(-1)}`);
  }
  return lines;
}
