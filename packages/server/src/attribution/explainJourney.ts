import { sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';
import { creditUnit } from './arithmetic.ts';
import { divide } from './divide.ts';
import { effectWeights, wholeEffects } from './effectWeights.ts';
import { knownEffects } from './knownEffects.ts';
import { type ModelName, models } from './models.ts';
import type { Question } from './question.ts';
import { ruleWeights } from './ruleWeights.ts';

const journeySql = sql(import.meta.url, 'journey.sql');
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
    country: string,
  ][];
  /** What each visit weighs under time decay. */
  decay: number[];
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
  const [[row], [around], effects] = await Promise.all([
    store.reading.rows<JourneyRow>(journeySql, parameters),
    store.reading.rows<{ visits: number; later: number }>(aroundSql, parameters),
    knownEffects(store, whose, { order: 1, paths: 'all' }),
  ]);
  if (row === undefined) return undefined;
  const partOf = parts(row, effects);
  const later = around?.later ?? 0;
  return {
    cutoff: row.cutoff === null ? null : { timestamp: row.cutoff, messageId: row.cutoffId, personId: row.cutoffPerson },
    identified: row.identified,
    visits: row.visits.map(([messageId, timestamp, personId, ...touch], place) => {
      const [channel, source, medium, campaign, term, content, landingPage, referrer, country] = touch;
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
        country,
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

/** The part of each visit under each model: the same arithmetic as a report's (weights.sql), to the last cent. */
function parts(row: JourneyRow, effects: ReadonlyMap<string, number>): (model: ModelName, place: number) => Part {
  if (row.cutoff === null) return () => ({ share: 0, revenue: 0 });
  const visits = row.visits.map(([messageId, timestamp, , channel]) => ({
    messageId,
    timestamp: Date.parse(timestamp),
    channel,
  }));
  const milestones = {
    cutoff: Date.parse(row.cutoff),
    identified: row.identified === null ? null : Date.parse(row.identified),
  };
  const whole = wholeEffects(effects);
  const weigh = (model: ModelName): bigint[] => {
    if (model === 'timeDecay') return row.decay.map(BigInt);
    if (model === 'markov') return effectWeights(visits, whole);
    return model === 'shapley' ? effectWeights(visits, new Map()) : ruleWeights(model, visits, milestones);
  };
  const paid = row.payments.reduce((sum, [, , , revenue]) => sum + revenue, 0);
  const found = new Map(
    models.map((model) => {
      const weights = weigh(model);
      return [model, { leads: divide(creditUnit, weights), revenue: divide(paid, weights) }];
    }),
  );
  return (model, place) => {
    const { leads = [], revenue = [] } = found.get(model) ?? {};
    return { share: (leads[place] ?? 0) / creditUnit, revenue: revenue[place] ?? 0 };
  };
}
