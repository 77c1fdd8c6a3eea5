import type { Option } from '../ui/Choice.tsx';

/** What visits can be told apart by. */
export const breakdowns: Option[] = [
  { value: 'channel', label: 'Channel' },
  { value: 'source', label: 'Source' },
  { value: 'medium', label: 'Medium' },
  { value: 'campaign', label: 'Campaign' },
  { value: 'term', label: 'Term' },
  { value: 'content', label: 'Content' },
  { value: 'landingPage', label: 'Landing page' },
  { value: 'referrer', label: 'Referrer' },
  { value: 'country', label: 'Country' },
];

/** "Landing page"; of a trait its key. */
export function breakdownLabel(by: string): string {
  return breakdowns.find((each) => each.value === by)?.label ?? by.replace(/^traits\./, '');
}
