import { day } from './duration.ts';
import type { Random } from './random.ts';

export type Plan = 'starter' | 'growth' | 'enterprise';

export interface PlanChange {
  plan: Plan;
  seats: number;
  at: number;
}

/** What becomes of a company after its sign-up. Fixed by chance alone, whether or not it lies in the future. */
export interface Subscription {
  /** Whether the cut-off event follows the sign-up. */
  startsTrial: boolean;
  /** The first is the first paid plan; the others are upgrades. Empty: never paid. */
  plans: PlanChange[];
  /** When the company stops using and paying, if ever. */
  ends?: number;
  /** The payment, counted from 0, that is given back; none if undefined. */
  refunds?: number;
}

const trialDays = 14;

export function inventSubscription(random: Random, signedUp: number, employees: number): Subscription {
  if (random.chance(0.06)) return { startsTrial: false, plans: [], ends: signedUp + random.between(1, 20) * day };
  const buys = random.chance(employees > 200 ? 0.62 : 0.48);
  if (!buys) return { startsTrial: true, plans: [], ends: signedUp + random.between(4, trialDays + 7) * day };
  const first: Plan =
    employees > 1000
      ? 'enterprise'
      : random.weighted([
          ['starter', employees > 200 ? 2 : 7],
          ['growth', 4],
        ]);
  let seats = Math.max(2, Math.min(60, Math.round(employees * random.between(0.02, 0.08))));
  const plans: PlanChange[] = [{ plan: first, seats, at: signedUp + trialDays * day }];
  let at = signedUp;
  for (const plan of upgrades(first)) {
    if (!random.chance(0.55)) break;
    at += random.between(35, 130) * day;
    seats += random.integer(2, 12);
    plans.push({ plan, seats, at });
  }
  return {
    startsTrial: true,
    plans,
    ...(random.chance(0.18) ? { ends: signedUp + random.between(70, 300) * day } : {}),
    ...(random.chance(0.2) ? { refunds: random.integer(0, 2) } : {}),
  };
}

function upgrades(from: Plan): Plan[] {
  const ladder: Plan[] = ['starter', 'growth', 'enterprise'];
  return ladder.slice(ladder.indexOf(from) + 1);
}
