import { creditUnit } from './arithmetic.ts';
import type { CreditRow } from './credits.ts';
import type { TrafficRow } from './traffic.ts';

export type RowKind = 'value' | 'other' | 'unattributed';

/** What a model credits: leads and customers as fractions. */
export interface Credit {
  leads: number;
  customers: number;
  revenue: number;
}

export interface Line {
  key: string;
  kind: RowKind;
  visits: number;
  visitors: number;
  /** What its ads cost; null: nothing is known. */
  spend: number | null;
  /** In parts of `creditUnit`, by model. */
  credits: Map<string, CreditRow>;
}

const notSet = '(not set)';

/**
 * Puts together what the queries of a report found: a line for each value, at most `limit` of them and one for all others,
 * and what no visit earned. Sums are of whole numbers, and become fractions at the very end.
 */
export class Ledger<Model extends string> {
  readonly #models: readonly Model[];
  #lines = new Map<string, Line>();
  #unattributed: CreditRow | undefined;
  #people = 0;
  #spend: number | null = null;

  constructor(models: readonly Model[]) {
    this.#models = models;
  }

  addTraffic(rows: readonly TrafficRow[]): void {
    for (const { key, visits, visitors, people } of rows) {
      const line = this.#line(key);
      line.visits += visits;
      line.visitors += visitors;
      this.#people += people;
    }
  }

  addCredits(rows: readonly (CreditRow & { model: Model; key: string })[]): void {
    for (const { key, model, leads, customers, revenue } of rows) {
      const { credits } = this.#line(key);
      const sum = credits.get(model) ?? { leads: 0, customers: 0, revenue: 0 };
      credits.set(model, added(sum, { leads, customers, revenue }));
    }
  }

  /** What ads cost. Unless it is `known` by the values of the breakdown, it counts for the total alone. */
  addSpend(rows: readonly { key: string; spend: number }[], known: boolean): void {
    for (const { key, spend } of rows) {
      this.#spend = (this.#spend ?? 0) + spend;
      if (!known) continue;
      const line = this.#line(key);
      line.spend = (line.spend ?? 0) + spend;
    }
  }

  addUnattributed({ leads, customers, revenue }: CreditRow): void {
    this.#unattributed = { leads: leads * creditUnit, customers: customers * creditUnit, revenue };
  }

  /** In the order of a model's revenue, then its leads, then visits; others and unattributed last. */
  rows(by: Model, limit: number) {
    const lines = [...this.#lines.values()].sort((a, b) => {
      const [x, y] = [a.credits.get(by) ?? none, b.credits.get(by) ?? none];
      return y.revenue - x.revenue || y.leads - x.leads || b.visits - a.visits || (a.key < b.key ? -1 : 1);
    });
    const others = lines.splice(limit);
    const last: Line[] = [];
    if (others.length > 0) last.push(this.#sum('Other', 'other', others));
    const { leads, customers, revenue } = this.#unattributed ?? none;
    if (leads !== 0 || customers !== 0 || revenue !== 0) last.push(this.#unattributedLine());
    return [...lines, ...last].map((line) => this.#row(line));
  }

  total() {
    const lines = [...this.#lines.values(), this.#unattributedLine()];
    const { visits, credits } = this.#row(this.#sum('', 'value', lines));
    return { visitors: this.#people, visits, spend: this.#spend, credits };
  }

  #line(key: string): Line {
    const shown = key === '' ? notSet : key;
    const line: Line = this.#lines.get(shown) ?? empty(shown, 'value');
    this.#lines.set(shown, line);
    return line;
  }

  #unattributedLine(): Line {
    const credits = new Map(this.#models.map((model) => [model, this.#unattributed ?? none]));
    return { ...empty('Unattributed', 'unattributed'), credits };
  }

  #sum(key: string, kind: RowKind, lines: readonly Line[]): Line {
    const sum = empty(key, kind);
    for (const { visits, visitors, spend, credits } of lines) {
      if (spend !== null) sum.spend = (sum.spend ?? 0) + spend;
      sum.visits += visits;
      sum.visitors += visitors;
      for (const [model, credit] of credits) sum.credits.set(model, added(sum.credits.get(model) ?? none, credit));
    }
    return sum;
  }

  #row({ key, kind, visits, visitors, spend, credits }: Line) {
    const shown = this.#models.map((model) => {
      const { leads, customers, revenue } = credits.get(model) ?? none;
      return [model, { leads: leads / creditUnit, customers: customers / creditUnit, revenue }] as const;
    });
    return { key, kind, visits, visitors, spend, credits: Object.fromEntries(shown) as Record<Model, Credit> };
  }
}

const empty = (key: string, kind: RowKind): Line => ({
  key,
  kind,
  visits: 0,
  visitors: 0,
  spend: null,
  credits: new Map(),
});

const none: CreditRow = { leads: 0, customers: 0, revenue: 0 };

const added = (a: CreditRow, b: CreditRow): CreditRow => ({
  leads: a.leads + b.leads,
  customers: a.customers + b.customers,
  revenue: a.revenue + b.revenue,
});
