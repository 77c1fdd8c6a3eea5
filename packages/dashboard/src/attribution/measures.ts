import type { Measures } from '@spectacle/server/answers';
import { count } from '../display/count.ts';
import { fraction } from '../display/fraction.ts';
import { money } from '../display/money.ts';

/** A number of a row. */
export interface Measure {
  name: keyof Measures;
  label: string;
  /** What it is, for those who hover. */
  says: string;
  text: (value: number, currency: string) => string;
  /** Only told where ad spend is known. */
  spend?: boolean;
}

export const measures: Measure[] = [
  { name: 'visits', label: 'Visits', says: 'All visits, known or not', text: count },
  { name: 'leads', label: 'Leads', says: 'Parts of leads that the visits earned', text: fraction },
  { name: 'customers', label: 'Customers', says: 'Parts of customers', text: fraction },
  { name: 'revenue', label: 'Revenue', says: 'What they have paid', text: money },
  { name: 'spend', label: 'Spend', says: 'What the ads cost', text: money, spend: true },
  { name: 'cac', label: 'CAC', says: 'Spend for one customer', text: money, spend: true },
  {
    name: 'roas',
    label: 'ROAS',
    says: 'Revenue for each unit of spend',
    text: (value) => `${fraction(value)}×`,
    spend: true,
  },
];

/** The measures that add up over time. */
export type Charted = 'visits' | 'leads' | 'customers' | 'revenue';

/** The measures of which a chart over time can be drawn. */
export const charted = measures.filter((measure) => isCharted(measure.name));

export function isCharted(name: string): name is Charted {
  return name === 'visits' || name === 'leads' || name === 'customers' || name === 'revenue';
}

export function measureOf(name: string): Measure {
  const found =
    measures.find((measure) => measure.name === name) ?? measures.find(({ name: each }) => each === 'revenue');
  if (!found) throw new Error('There is always the measure of revenue.');
  return found;
}

/** "$1,234.56", or a dash for what is not known. */
export function measureText(measure: Measure, value: number | null, currency: string): string {
  return value === null ? '–' : measure.text(value, currency);
}
