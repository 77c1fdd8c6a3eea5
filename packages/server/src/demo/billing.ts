import type { Company } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { day, hour, second } from './duration.ts';
import { createEventWriter } from './eventWriter.ts';
import { inventPerson } from './person.ts';
import type { Plan, PlanChange } from './subscription.ts';
import type { World } from './world.ts';

/** Cents a month and seat, on top of a base price. */
const prices: Record<Plan, { base: number; seat: number }> = {
  starter: { base: 4_900, seat: 1_200 },
  growth: { base: 19_900, seat: 2_900 },
  enterprise: { base: 150_000, seat: 4_500 },
};

/**
 * What the product's backend reports about a company's money, as server-side calls for the user who signed up: the paid
 * plan and each upgrade as a group call, payments, sometimes a refund, sometimes the end. In order of time; may be endless.
 */
export function* billing(world: World, company: Company): Generator<DemoEvent> {
  const { subscription, groupId, place } = company;
  const payer = inventPerson(world, company, 0);
  const write = createEventWriter(`${payer.key}-billing`);
  const ends = subscription.ends ?? Number.POSITIVE_INFINITY;
  const origin = (at: number) => ({ at, place, userId: payer.userId });
  let payments = 0;
  for (const [index, change] of subscription.plans.entries()) {
    if (change.at >= ends) break;
    const { plan, seats, at: since } = change;
    const before = subscription.plans[index - 1];
    const traits = before
      ? { plan, seats }
      : { plan, seats, customerSince: new Date(since).toISOString().slice(0, 10) };
    yield write.track(origin(since), before ? 'Plan Upgraded' : 'Subscription Started', {
      plan,
      from: before?.plan ?? 'trial',
      seats,
    });
    yield write.group(origin(since + second), groupId, traits);
    const until = Math.min(subscription.plans[index + 1]?.at ?? Number.POSITIVE_INFINITY, ends);
    const { amount, period } = invoice(change);
    for (let at = since + 2 * second; at < until; at += period) {
      const transactionId = `in_${payer.key}_${payments + 1}`;
      const money = { revenue: amount, currency: 'USD', transactionId, plan };
      yield write.track(origin(at), 'Payment Received', money);
      if (payments === subscription.refunds) {
        const returned = {
          ...money,
          revenue: -amount,
          transactionId: `re_${payer.key}_${payments + 1}`,
          refundOf: transactionId,
        };
        yield write.track(origin(Math.min(at + 4 * day + 3 * hour, until - 1)), 'Payment Refunded', returned);
      }
      payments += 1;
    }
  }
  if (payments > 0 && ends < Number.POSITIVE_INFINITY) {
    yield write.track(origin(ends), 'Subscription Cancelled', {
      reason: payer.random.pick(['price', 'missing feature', 'no longer needed']),
    });
    yield write.group(origin(ends + second), groupId, { plan: 'cancelled' });
  }
}

/** Enterprises pay a year at once and get 15 % off; the others pay every 30 days. */
function invoice({ plan, seats }: PlanChange): { amount: number; period: number } {
  const { base, seat } = prices[plan];
  const month = base + seat * seats;
  if (plan === 'enterprise') return { amount: Math.round(month * 12 * 0.85), period: 365 * day };
  return { amount: month, period: 30 * day };
}
