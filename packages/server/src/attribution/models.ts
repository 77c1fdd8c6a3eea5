/** Models that look at one journey alone. docs/attribution.md says what each does. */
export const ruleModels = ['first', 'last', 'lastNonDirect', 'linear', 'position', 'w', 'timeDecay'] as const;
export type RuleModel = (typeof ruleModels)[number];

/** Models that learn from all journeys what a channel is worth. */
export const dataModels = ['markov', 'shapley'] as const;
export type DataModel = (typeof dataModels)[number];

export const models = [...ruleModels, ...dataModels] as const;
export type ModelName = (typeof models)[number];
