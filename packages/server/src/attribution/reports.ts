import type { Store } from '../store/store.ts';
import { readCredits, readUnattributed } from './credits.ts';
import { type ChainOptions, channelValues, markovEffects, shownEffects } from './effects.ts';
import { type Credit, Ledger, type Line } from './ledger.ts';
import { type ModelName, models } from './models.ts';
import type { Question } from './question.ts';
import { readSpendBy } from './spendBy.ts';
import { readTraffic } from './traffic.ts';
import { readUnconverted, type Unconverted, unconvertedSpend } from './unconverted.ts';

type Reading = Pick<Store, 'reading'>;

/** One model's report: rows with their measures, the total, and for a data-driven model what it learned of each channel. */
export async function attributionReport(
  store: Reading,
  question: Question,
  { model, limit, ...chain }: { model: ModelName; limit: number } & ChainOptions,
) {
  const ledger = new Ledger([model]);
  const effects = await effectsOf(store, question, model, chain);
  const unconverted = await fill(ledger, store, question, [model], model === 'markov' ? effects : new Map());
  const total = ledger.total();
  return {
    rows: ledger.rows(model, limit).map(({ key, kind, credits, ...row }) => ({
      key,
      kind,
      ...measures({ ...row, ...credits[model] }),
    })),
    total: measures({ ...total, ...total.credits[model] }),
    unconverted,
    effects: shownEffects(effects),
  };
}

/** All models side by side, in the order of the linear model. */
export async function compareModels(
  store: Reading,
  question: Question,
  { limit, ...chain }: { limit: number } & ChainOptions,
) {
  const ledger = new Ledger(models);
  const effects = await markovEffects(store.reading, question, chain);
  const unconverted = await fill(ledger, store, question, models, effects);
  const { credits, spend: _spend, ...total } = ledger.total();
  return {
    rows: ledger.rows('linear', limit).map(({ credits, spend: _spend, ...row }) => ({ ...row, models: credits })),
    total: { ...total, models: credits },
    unconverted,
  };
}

async function effectsOf(store: Reading, question: Question, model: ModelName, chain: ChainOptions) {
  if (model === 'markov') return await markovEffects(store.reading, question, chain);
  return model === 'shapley' ? await channelValues(store.reading, question) : new Map<string, number>();
}

/** Fills the ledger; returns what could not be converted, and is therefore not in it. */
async function fill<Model extends ModelName>(
  ledger: Ledger<ModelName>,
  store: Reading,
  question: Question,
  wanted: readonly Model[],
  effects: ReadonlyMap<string, number>,
): Promise<Unconverted[]> {
  // Side by side: the store has a connection for each.
  const [credits, traffic, unattributed, spend, unconverted] = await Promise.all([
    readCredits(store.reading, question, wanted, effects),
    readTraffic(store.reading, question),
    readUnattributed(store.reading, question),
    readSpendBy(store.reading, question),
    readUnconverted(store.reading, question),
  ]);
  ledger.addCredits(credits);
  ledger.addTraffic(traffic);
  ledger.addUnattributed(unattributed);
  ledger.addSpend(
    spend.filter((row) => row.unconverted === ''),
    ['channel', 'source', 'medium', 'campaign'].includes(question.by),
  );
  return [...unconverted, ...unconvertedSpend(spend)];
}

function measures({
  visitors,
  visits,
  spend,
  leads,
  customers,
  revenue,
}: Credit & Pick<Line, 'visitors' | 'visits' | 'spend'>) {
  return {
    visitors,
    visits,
    leads,
    customers,
    revenue,
    spend,
    cac: spend !== null && customers > 0 ? spend / customers : null,
    roas: spend !== null && spend !== 0 ? revenue / spend : null,
    ltv: customers > 0 ? revenue / customers : null,
  };
}
