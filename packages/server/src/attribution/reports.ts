import type { Store } from '../store/store.ts';
import { readCredits, readUnattributed } from './credits.ts';
import { type ChainOptions, channelValues, markovEffects, shownEffects } from './effects.ts';
import { type Credit, Ledger } from './ledger.ts';
import { type ModelName, models } from './models.ts';
import type { Question } from './question.ts';
import { readTraffic } from './traffic.ts';

type Reading = Pick<Store, 'reading'>;

/** One model's report: rows with their measures, the total, and for a data-driven model what it learned of each channel. */
export async function attributionReport(
  store: Reading,
  question: Question,
  { model, limit, ...chain }: { model: ModelName; limit: number } & ChainOptions,
) {
  const ledger = new Ledger([model]);
  const effects = await effectsOf(store, question, model, chain);
  await fill(ledger, store, question, [model], model === 'markov' ? effects : new Map());
  const total = ledger.total();
  return {
    rows: ledger.rows(model, limit).map(({ key, kind, credits, visitors, visits }) => ({
      key,
      kind,
      ...measures({ visitors, visits, ...credits[model] }),
    })),
    total: measures({ visitors: total.visitors, visits: total.visits, ...total.credits[model] }),
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
  await fill(ledger, store, question, models, effects);
  const { credits, ...total } = ledger.total();
  return {
    rows: ledger.rows('linear', limit).map(({ credits, ...row }) => ({ ...row, models: credits })),
    total: { ...total, models: credits },
  };
}

async function effectsOf(store: Reading, question: Question, model: ModelName, chain: ChainOptions) {
  if (model === 'markov') return await markovEffects(store.reading, question, chain);
  return model === 'shapley' ? await channelValues(store.reading, question) : new Map<string, number>();
}

async function fill<Model extends ModelName>(
  ledger: Ledger<ModelName>,
  store: Reading,
  question: Question,
  wanted: readonly Model[],
  effects: ReadonlyMap<string, number>,
): Promise<void> {
  // Side by side: the store has a connection for each.
  const [credits, traffic, unattributed] = await Promise.all([
    readCredits(store.reading, question, wanted, effects),
    readTraffic(store.reading, question),
    readUnattributed(store.reading, question),
  ]);
  ledger.addCredits(credits);
  ledger.addTraffic(traffic);
  ledger.addUnattributed(unattributed);
}

function measures({ visitors, visits, leads, customers, revenue }: Credit & { visitors: number; visits: number }) {
  return {
    visitors,
    visits,
    leads,
    customers,
    revenue,
    spend: null,
    cac: null,
    roas: null,
    ltv: customers > 0 ? revenue / customers : null,
  };
}
