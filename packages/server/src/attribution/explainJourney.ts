import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { storeTime } from '../store/storeTime.ts';
import { creditUnit } from './arithmetic.ts';
import { markovEffects } from './effects.ts';
import { wholeEffects } from './effectWeights.ts';
import { type ModelName, models } from './models.ts';
import type { Question } from './question.ts';

const journeySql = sql(import.meta.url, 'journey.sql');
const partsSql = sql(import.meta.url, 'parts.sql');
const aroundSql = sql(import.meta.url, 'around.sql');

interface JourneyRow {
  cutoff: string | null;
  cutoffId: string;
  cutoffPerson: string;
  identified: string | null;
  visits: [
    messageId: string,
    timestamp: string,
    personId: string,
    channel: string,
    source: string,
    medium: string,
    campaign: string,
    term: string,
    content: string,
    landingPage: string,
    referrer: string,
  ][];
  payments: [
    messageId: string,
    timestamp: string,
    personId: string,
    revenue: number,
    transaction: string,
    amount: number,
    currency: string,
    rate: number,
  ][];
}

/** A visit's part in a journey: of the lead (0 to 1), and of all payments together. */
interface Part {
  share: number;
  revenue: number;
}

/** Where every cent of a person's or a group's payments goes under each model, and why. Undefined if there is nobody of that id. */
export async function explainJourney(
  store: Pick<Store, 'reading'>,
  whose: Pick<Question, 'workspaceId' | 'level'>,
  id: string,
) {
  const parameters = { workspace: whose.workspaceId, level: whose.level, id };
  const [rows, effects] = await Promise.all([
    store.reading.rows<JourneyRow>(journeySql, parameters),
    markovEffects(store.reading, whose, { order: 1, paths: 'all' }),
  ]);
  const [row] = rows;
  if (row === undefined) return undefined;
  const [parts, [around]] = await Promise.all([
    store.reading.rows<{ model: ModelName; lead: number[]; revenue: number[] }>(partsSql, {
      ...parameters,
      models,
      effects: wholeEffects(effects),
    }),
    store.reading.rows<{ visits: number; later: number }>(aroundSql, {
      ...parameters,
      cutoff: storeTime(row.cutoff ?? '2299-12-31T00:00:00.000Z'),
    }),
  ]);
  const converted = row.cutoff !== null;
  const partOf = (model: ModelName, place: number): Part => {
    const found = parts.find((part) => part.model === model);
    const lead = converted ? (found?.lead[place] ?? 0) : 0;
    return { share: lead / creditUnit, revenue: converted ? (found?.revenue[place] ?? 0) : 0 };
  };
  const later = around?.later ?? 0;
  return {
    cutoff: row.cutoff === null ? null : { timestamp: row.cutoff, messageId: row.cutoffId, personId: row.cutoffPerson },
    identified: row.identified,
    visits: row.visits.map(([messageId, timestamp, personId, ...touch], place) => {
      const [channel, source, medium, campaign, term, content, landingPage, referrer] = touch;
      const credit = Object.fromEntries(models.map((model) => [model, partOf(model, place)])) as Record<
        ModelName,
        Part
      >;
      return {
        messageId,
        timestamp,
        personId,
        channel,
        source,
        medium,
        campaign,
        term,
        content,
        landingPage,
        referrer,
        credit,
      };
    }),
    earlierVisits: Math.max(0, (around?.visits ?? 0) - row.visits.length - later),
    laterVisits: later,
    payments: row.payments.map(([messageId, timestamp, personId, revenue, transaction, amount, currency, rate]) => ({
      messageId,
      timestamp,
      personId,
      revenue,
      transactionId: transaction.startsWith('=') ? null : transaction.slice(1),
      paid: currency === '' ? null : { amount, currency, rate: rate === 0 ? null : rate },
    })),
    revenue: row.payments.reduce((sum, [, , , revenue]) => sum + revenue, 0),
  };
}
