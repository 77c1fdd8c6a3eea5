import { describe, expect, test } from 'vitest';
import { touchOf } from './touch.ts';

const of = (properties: Record<string, unknown>, context: Record<string, unknown> = {}) => touchOf(properties, context);

test('page, path, campaign and referrer of an ad click', () => {
  expect(
    of({
      title: 'Pricing',
      url: 'https://www.acme.test/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand+2026&utm_term=crm&utm_content=a%20b&gclid=XYZ#plans',
      referrer: 'https://www.google.com/search?q=crm',
    }),
  ).toEqual({
    title: 'Pricing',
    url: 'https://www.acme.test/pricing?utm_source=google&utm_medium=cpc&utm_campaign=brand+2026&utm_term=crm&utm_content=a%20b&gclid=XYZ#plans',
    path: '/pricing',
    referrer: 'https://www.google.com/search?q=crm',
    referrerDomain: 'google.com',
    source: 'google',
    medium: 'cpc',
    campaign: 'brand 2026',
    term: 'crm',
    content: 'a b',
    clickId: 'gclid=XYZ',
  });
});

describe('the page', () => {
  test("the call's properties win over its context", () => {
    const context = { page: { title: 'Context', url: 'https://a.test/c', path: '/c', referrer: 'https://b.test/' } };
    expect(of({}, context)).toMatchObject({ title: 'Context', path: '/c', referrerDomain: 'b.test' });
    expect(of({ title: 'Own', path: '/own' }, context)).toMatchObject({
      title: 'Own',
      path: '/own',
      url: 'https://a.test/c',
    });
  });

  test.each([
    ['https://a.test/x/y?z=1', '/x/y'],
    ['https://a.test', '/'],
    ['https://a.test?q', '/'],
    ['app://home/settings', '/settings'],
    ['nonsense', '/'],
    ['', ''],
  ])('the path of %j is %j', (url, path) => expect(of({ url }).path).toBe(path));

  test.each([[7], [null], [{}], [['https://a.test']], [true]])('%j is no text, and nothing', (value) => {
    expect(
      of(
        { url: value, title: value, referrer: value, search: value, path: value },
        { page: value, campaign: value, clickIds: value },
      ),
    ).toEqual(of({}));
  });
});

describe('the referrer', () => {
  test.each([
    ['https://news.example.co.uk/x', 'https://www.acme.test/', 'example.co.uk'],
    ['https://blog.acme.com/', 'https://www.acme.com/', ''],
    ['https://acme.com:8080/', 'https://www.acme.com/', ''],
    ['http://localhost:3000/a', 'http://localhost:4000/b', ''],
    ['http://10.0.0.1/', 'https://www.acme.com/', '10.0.0.1'],
    ['android-app://com.google.android.gm/', 'https://www.acme.com/', 'android.gm'],
    ['HTTPS://EXAMPLE.COM/', 'https://www.acme.com/', 'example.com'],
    ['https://user:secret@example.com/', 'https://www.acme.com/', 'example.com'],
    ['example.com', 'https://www.acme.com/', 'example.com'],
    ['http://[::1', 'https://www.acme.com/', ''],
    ['not a url', 'https://www.acme.com/', ''],
    ['', 'https://www.acme.com/', ''],
  ])('of %s on %s is of the site %j', (referrer, url, domain) => {
    expect(of({ referrer, url }).referrerDomain).toBe(domain);
    // From memory it is the same.
    expect(of({ referrer, url }).referrerDomain).toBe(domain);
  });
});

describe('the campaign', () => {
  test('in the context wins over the address, utm_ over sp_', () => {
    const url = 'https://a.test/?utm_source=address&sp_source=other&sp_medium=mail';
    expect(of({ url }, { campaign: { source: 'context', name: 'named' } })).toMatchObject({
      source: 'context',
      campaign: 'named',
      medium: 'mail',
    });
    expect(of({ url }).source).toBe('address');
  });

  test('is read from `search` when that is sent', () => {
    expect(of({ url: 'https://a.test/?utm_source=url', search: '?utm_source=search' }).source).toBe('search');
  });

  test('after the # is none', () => expect(of({ url: 'https://a.test/#x?utm_source=hash' }).source).toBe(''));

  test('empty parameters are none', () => {
    expect(of({ url: 'https://a.test/?utm_source=&sp_source=newsletter' }).source).toBe('newsletter');
  });

  test('what cannot be decoded is kept in a form that can be stored', () => {
    const { source } = of({ url: 'https://a.test/?utm_source=%ED%A0%80%ZZ' });
    expect(source.isWellFormed()).toBe(true);
    expect(source).toContain('%ZZ');
  });
});

test('a client that says "$direct" names no referrer', () => {
  const { referrer, referrerDomain } = touchOf({ url: 'https://a.test/', referrer: '$direct' }, {});
  expect([referrer, referrerDomain]).toEqual(['', '']);
});

describe('the ad-click id', () => {
  test('is the first of the list, wherever it stands in the address', () => {
    expect(of({ url: 'https://a.test/?fbclid=F&msclkid=M' }).clickId).toBe('msclkid=M');
    expect(of({ url: 'https://a.test/?fbclid=F' }, { clickIds: { gclid: 'G' } }).clickId).toBe('gclid=G');
    expect(of({ url: 'https://a.test/?x=1' }).clickId).toBe('');
  });

  test('is cut, never in the middle of a character', () => {
    const { clickId } = of({ search: `gclid=${'x'.repeat(199)}😀` });
    expect(clickId).toHaveLength('gclid='.length + 200);
    expect(clickId.isWellFormed()).toBe(true);
  });
});
