/** What of a visit a rule may ask for, as reports show it; in the order of the values that the store compares. */
export const ruleFields = [
  'source',
  'medium',
  'campaign',
  'term',
  'content',
  /** The name of the ad-click id, like gclid. */
  'clickId',
  /** Its host, without "www.". */
  'referrer',
  /** Without parameters. */
  'landingPage',
  /** The channel by the default rules. */
  'channel',
] as const;

export const ruleOperators = [
  'is',
  'is not',
  'contains',
  'does not contain',
  'starts with',
  'ends with',
  'exists',
  'missing',
] as const;

export interface RuleCondition {
  field: (typeof ruleFields)[number];
  operator: (typeof ruleOperators)[number];
  /** Compared without regard to case. Nothing to say for exists and missing. */
  value?: string;
}

/** A visit that meets all conditions came through the channel. Of several rules the first that fits counts. */
export interface ChannelRule {
  channel: string;
  when: RuleCondition[];
}

/** A rule as the store reads it: which value is like which pattern, or is not. */
export type StoredRule = [channel: string, conditions: [field: number, pattern: string, negated: 0 | 1][]];

/**
 * Rules as patterns of LIKE, made once when they are saved, because the store compares with them all day.
 *
 * @example storedRules([{ channel: 'Partners', when: [{ field: 'source', operator: 'starts with', value: 'p_' }] }])
 * // [['Partners', [[1, 'p\\_%', 0]]]]
 */
export function storedRules(rules: readonly ChannelRule[]): StoredRule[] {
  return rules.map(({ channel, when }) => [
    channel.trim().toWellFormed(),
    when.map(({ field, operator, value = '' }) => {
      const { before, after, negated } = shapes[operator];
      const wanted = operator === 'exists' || operator === 'missing' ? '' : value.trim().toWellFormed();
      const pattern = before + wanted.replace(/[\\%_]/g, '\\$&') + after;
      return [ruleFields.indexOf(field) + 1, pattern, negated ? 1 : 0];
    }),
  ]);
}

const shapes: Record<RuleCondition['operator'], { before: string; after: string; negated?: true }> = {
  is: { before: '', after: '' },
  'is not': { before: '', after: '', negated: true },
  contains: { before: '%', after: '%' },
  'does not contain': { before: '%', after: '%', negated: true },
  'starts with': { before: '', after: '%' },
  'ends with': { before: '%', after: '' },
  // Like the empty text, or not.
  exists: { before: '', after: '', negated: true },
  missing: { before: '', after: '' },
};
