import { limits } from '@spectacle/protocol';
import { describe, expect, test } from 'vitest';
import { parse } from './parse.ts';

describe('one event', () => {
  test('at an endpoint that names the call, the body is the event', () => {
    const body = { userId: '1', event: 'Signed Up', sentAt: 's' };
    expect(parse(body, 'track', undefined)).toEqual({ ok: true, events: [{ raw: body, type: 'track', sentAt: 's' }] });
  });

  test('at a batch endpoint an event that names its own call is taken, too', () => {
    const body = { type: 'track', userId: '1' };
    expect(parse(body, undefined, undefined)).toMatchObject({ ok: true, events: [{ raw: body, type: undefined }] });
  });
});

describe('a batch', () => {
  test('keeps the order, and has what is no event judged by the next step', () => {
    const batch = [{ type: 'track' }, null, 7, 'text', []];
    const parsed = parse({ batch }, undefined, undefined);
    expect(parsed.ok && parsed.events.map(({ raw }) => raw)).toEqual(batch);
  });

  test('may have 2,500 events and not one more', () => {
    const of = (events: number) => parse({ batch: new Array(events).fill({}) }, undefined, undefined);
    expect(of(limits.batchEvents).ok).toBe(true);
    expect(of(limits.batchEvents + 1)).toMatchObject({ ok: false, code: 'too_large' });
  });

  test('names no call by its endpoint: its events do', () => {
    expect(parse({ batch: [{ type: 'group' }] }, 'track', undefined)).toMatchObject({ events: [{ type: undefined }] });
  });
});

test('the context of a batch goes with each of its events', () => {
  const context = { locale: 'de' };
  expect(parse({ context, batch: [{}, { context: { locale: 'fr' } }] }, undefined, undefined)).toMatchObject({
    events: [{ context }, { raw: { context: { locale: 'fr' } }, context }],
  });
});

test('sentAt is that of the event, else of the batch, else of the header', () => {
  const sentAts = (body: object) => {
    const parsed = parse(body, undefined, 'header');
    return parsed.ok && parsed.events.map(({ sentAt }) => sentAt);
  };
  expect(sentAts({ sentAt: 'batch', batch: [{ sentAt: 'event' }, {}, null] })).toEqual(['event', 'batch', 'batch']);
  expect(sentAts({ batch: [{}] })).toEqual(['header']);
  expect(sentAts({ type: 'page', sentAt: 'own' })).toEqual(['own']);
  expect(sentAts({ type: 'page' })).toEqual(['header']);
});

test.each([
  [null],
  [7],
  ['text'],
  [true],
  [[{ type: 'track' }]],
  [{}],
  [{ batch: [] }],
  [{ batch: 'x' }],
  [{ events: [{}] }],
])('%j holds nothing usable', (body) =>
  expect(parse(body, undefined, undefined)).toMatchObject({ ok: false, code: 'nothing_usable' }),
);
