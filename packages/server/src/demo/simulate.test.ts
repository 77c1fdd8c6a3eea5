import { asIdentifier, limits } from '@spectacle/protocol';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DemoEvent } from './demoEvent.ts';
import { day } from './duration.ts';
import { simulate } from './simulate.ts';
import type { WorldOptions } from './world.ts';

const worlds = fc.record({
  seed: fc.integer({ min: 0, max: 1_000_000 }),
  companies: fc.integer({ min: 1, max: 12 }),
  now: fc.date({ min: new Date('2024-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
  days: fc.integer({ min: 7, max: 500 }),
});

function holdsInEveryWorld(check: (events: DemoEvent[], world: WorldOptions) => void, numRuns = 25) {
  fc.assert(
    fc.property(worlds, (world) => {
      check([...simulate(world)], world);
    }),
    { numRuns, seed: 20_260_101 },
  );
}

describe('in every world', () => {
  test('the same options give the same events', () => {
    holdsInEveryWorld((events, world) => expect([...simulate(world)]).toEqual(events), 10);
  });

  test('another seed shares no event', () => {
    holdsInEveryWorld((events, world) => {
      const ids = new Set(events.map((event) => event.messageId));
      const others = [...simulate({ ...world, seed: world.seed + 1 })];
      expect(others.filter((event) => ids.has(event.messageId))).toEqual([]);
    }, 10);
  });

  test('a later run says the same of the past: an event has one content for ever', () => {
    holdsInEveryWorld((events, world) => {
      const known = new Map(events.map((event) => [event.messageId, event]));
      const later = [...simulate({ ...world, now: new Date(world.now.getTime() + 3 * day) })];
      const again = later.filter((event) => known.has(event.messageId));
      expect(again).toEqual(again.map((event) => known.get(event.messageId)));
      // Few companies over a short range have all been followed by others three days later.
      if (world.companies > 3 && world.days > 60) expect(again.length).toBeGreaterThan(events.length / 2);
    }, 10);
  });

  test('every event lies inside the range, in order of time', () => {
    holdsInEveryWorld((events, { now, days }) => {
      const times = events.map((event) => Date.parse(event.timestamp));
      expect(times.filter((time) => !(time <= now.getTime() && time >= now.getTime() - days * day))).toEqual([]);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });
  });

  test('as many companies sign up as were asked for', () => {
    holdsInEveryWorld((events, { companies }) => {
      expect(new Set(events.flatMap((event) => event.groupId ?? [])).size).toBe(companies);
      expect(events.filter((event) => event.event === 'Signed Up').length).toBe(companies);
    });
  });

  test('every message id is used once and fits', () => {
    holdsInEveryWorld((events) => {
      expect(new Set(events.map((event) => event.messageId)).size).toBe(events.length);
      expect(Math.max(0, ...events.map((event) => event.messageId.length))).toBeLessThanOrEqual(limits.messageIdLength);
    });
  });

  test('every event says who, by ids that the collector takes', () => {
    holdsInEveryWorld((events) => {
      for (const { userId, anonymousId, groupId } of events) {
        expect(asIdentifier(userId ?? anonymousId).ok).toBe(true);
        if (groupId !== undefined) expect(asIdentifier(groupId).ok).toBe(true);
      }
    });
  });

  test('every payment is an integer and belongs to a company that its payer has joined', () => {
    holdsInEveryWorld((events) => {
      const joined = new Set<string>();
      for (const event of events) {
        if (event.type === 'group' && event.userId) joined.add(event.userId);
        if (event.event !== 'Payment Received') continue;
        expect(joined).toContain(event.userId);
        expect(event.properties).toMatchObject({ currency: 'USD', transactionId: expect.stringMatching(/^in_/) });
        expect(Number.isInteger(event.properties?.revenue) && Number(event.properties?.revenue) > 0).toBe(true);
      }
    });
  });

  test('a refund gives back an earlier payment, under an id of its own', () => {
    holdsInEveryWorld((events) => {
      const paid = new Map<unknown, number>();
      const transactions = new Set<unknown>();
      for (const { event, properties } of events) {
        if (properties?.transactionId === undefined) continue;
        expect(transactions).not.toContain(properties.transactionId);
        transactions.add(properties.transactionId);
        if (event === 'Payment Received') paid.set(properties.transactionId, Number(properties.revenue));
        if (event === 'Payment Refunded')
          expect(properties.revenue).toBe(-(paid.get(properties.refundOf) ?? Number.NaN));
      }
    });
  });
});

describe('a year of 200 companies', () => {
  const now = new Date('2026-06-01T12:00:00Z');
  const events = [...simulate({ seed: 1, companies: 200, now, days: 365 })];
  const named = (name: string) => events.filter((event) => event.event === name);

  test('has trials, payments, upgrades, refunds and cancellations', () => {
    for (const name of [
      'Trial Started',
      'Payment Received',
      'Plan Upgraded',
      'Payment Refunded',
      'Subscription Cancelled',
    ]) {
      expect(named(name).length, name).toBeGreaterThan(3);
    }
    expect(named('Trial Started').length).toBeLessThan(200);
  });

  test('has people who change company', () => {
    const companies = new Map<string, Set<string>>();
    for (const { type, userId, groupId } of events) {
      if (type !== 'group' || !userId || !groupId) continue;
      companies.set(userId, (companies.get(userId) ?? new Set()).add(groupId));
    }
    expect([...companies.values()].filter((of) => of.size > 1).length).toBeGreaterThan(3);
  });

  test('has people with several browsers, and anonymous visits from before the sign-up', () => {
    const browsers = new Map<string, Set<string>>();
    for (const { userId, anonymousId } of events) {
      if (userId && anonymousId) browsers.set(userId, (browsers.get(userId) ?? new Set()).add(anonymousId));
    }
    expect([...browsers.values()].filter((of) => of.size > 1).length).toBeGreaterThan(20);
    const laterKnown = new Set([...browsers.values()].flatMap((of) => [...of]));
    const anonymous = events.filter(({ userId, anonymousId }) => !userId && anonymousId && laterKnown.has(anonymousId));
    expect(anonymous.length).toBeGreaterThan(1_000);
  });

  test('is reached by ads with and without campaign parameters, search, social, AI, referral, mail and directly', () => {
    const searches = events.map((event) => String(event.properties?.search ?? ''));
    for (const part of [
      'gclid=',
      'utm_source=google',
      'li_fat_id=',
      'msclkid=',
      'utm_medium=email',
      'utm_source=chatgpt.com',
    ]) {
      expect(
        searches.some((search) => search.includes(part)),
        part,
      ).toBe(true);
    }
    expect(searches.some((search) => search.includes('gclid=') && !search.includes('utm_'))).toBe(true);
    const referrers = new Set(events.map((event) => String(event.properties?.referrer ?? '')));
    expect(referrers).toContain('https://www.perplexity.ai/');
    expect(referrers).toContain('https://news.ycombinator.com/');
    expect(referrers).toContain('');
  });

  test('gives employees as a number and as a range, and websites in several spellings', () => {
    const traits = events.flatMap((event) => (event.traits?.industry ? [event.traits] : []));
    expect(new Set(traits.map(({ employees }) => typeof employees))).toEqual(new Set(['number', 'string']));
    const websites = traits.map(({ website }) => String(website));
    expect(websites.some((site) => site.startsWith('https://www.'))).toBe(true);
    expect(websites.some((site) => site.startsWith('www.'))).toBe(true);
    expect(new Set(traits.map(({ name }) => name)).size).toBe(200);
  });

  test('names only hosts that can belong to nobody, apart from the sites that refer', () => {
    const urls = events.flatMap((event) => (event.properties?.url ? [String(event.properties.url)] : []));
    expect(urls.filter((url) => !new URL(url).hostname.endsWith('.example'))).toEqual([]);
    const mails = events.flatMap((event) => (event.traits?.email ? [String(event.traits.email)] : []));
    expect(mails.filter((mail) => !/^[^@\s]+@[a-z0-9-]+\.example$/.test(mail))).toEqual([]);
  });
});

test('a range, a seed or a number of companies that makes no sense is refused in a sentence', () => {
  const fine = { seed: 1, companies: 3, now: new Date('2026-01-01'), days: 30 };
  expect(() => [...simulate({ ...fine, days: 3 })]).toThrow('at least 7 days');
  expect(() => [...simulate({ ...fine, companies: 0 })]).toThrow('at least 1');
  expect(() => [...simulate({ ...fine, seed: 0.5 })]).toThrow('whole number');
  expect(() => [...simulate({ ...fine, now: new Date('x') })]).toThrow('not a date');
});
