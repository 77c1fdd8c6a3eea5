import type { Model } from '@spectacle/server/answers';

/** The attribution models in the order one learns them, each with what it does in a sentence. */
export const models: { model: Model; label: string; says: string }[] = [
  { model: 'first', label: 'First touch', says: 'All to the first visit.' },
  { model: 'last', label: 'Last touch', says: 'All to the last visit before the cut-off.' },
  { model: 'lastNonDirect', label: 'Last non-direct', says: 'All to the last visit that was not Direct.' },
  { model: 'linear', label: 'Linear', says: 'Equal parts to all visits.' },
  { model: 'position', label: 'Position (U)', says: '40% to the first, 40% to the last, the rest to those between.' },
  { model: 'w', label: 'W', says: '30% each to the first visit, the one that made the lead, and the last.' },
  { model: 'timeDecay', label: 'Time decay', says: 'Half as much for every seven days before the cut-off.' },
  { model: 'markov', label: 'Markov', says: 'By what would be lost without the channel.' },
  { model: 'shapley', label: 'Shapley', says: 'By what the channel adds to those it works with.' },
];

export function modelLabel(model: Model): string {
  return models.find((each) => each.model === model)?.label ?? model;
}

export function isModel(text: string): text is Model {
  return models.some((each) => each.model === text);
}
