import type { ChannelRule } from '@spectacle/server/answers';

type Condition = ChannelRule['when'][number];
type Field = Condition['field'];
type Operator = Condition['operator'];

/** What of a visit a rule asks for, in the words of the reports. */
export const ruleFields: { value: Field; label: string }[] = [
  { value: 'source', label: 'Source' },
  { value: 'medium', label: 'Medium' },
  { value: 'campaign', label: 'Campaign' },
  { value: 'term', label: 'Term' },
  { value: 'content', label: 'Content' },
  { value: 'referrer', label: 'Referrer' },
  { value: 'landingPage', label: 'Landing page' },
  { value: 'clickId', label: 'Ad-click id' },
  { value: 'channel', label: 'Channel by default' },
];

export const ruleOperators: Operator[] = [
  'is',
  'is not',
  'contains',
  'does not contain',
  'starts with',
  'ends with',
  'exists',
  'missing',
];

/** A condition that is only about whether there is a value. */
export function asksNoValue(operator: Operator): boolean {
  return operator === 'exists' || operator === 'missing';
}

/** A rule while it is edited: with a name of its own, that it keeps wherever it is moved. */
export interface DraftRule extends ChannelRule {
  id: number;
}

let latest = 0;

export function draftOf(rules: ChannelRule[]): DraftRule[] {
  return rules.map((rule) => ({ ...rule, id: ++latest }));
}

/** A new rule, to be filled in. */
export function emptyRule(): DraftRule {
  return { id: ++latest, channel: '', when: [{ field: 'source', operator: 'is', value: '' }] };
}

/** The rules as the API takes them, without what is not asked. */
export function rulesOf(draft: DraftRule[]): ChannelRule[] {
  return draft.map(({ channel, when }) => ({
    channel: channel.trim(),
    when: when.map(({ field, operator, value = '' }) =>
      asksNoValue(operator) ? { field, operator } : { field, operator, value: value.trim() },
    ),
  }));
}

/** Is everything said that must be? */
export function isComplete(draft: DraftRule[]): boolean {
  return rulesOf(draft).every(
    ({ channel, when }) =>
      channel !== '' && when.length > 0 && when.every(({ operator, value }) => asksNoValue(operator) || value !== ''),
  );
}

/** A list with one of it moved to another place. */
export function moved<Item>(list: Item[], from: number, to: number): Item[] {
  const item = list[from];
  if (item === undefined || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, item);
}
