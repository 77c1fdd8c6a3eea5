import { deflateSync, gzipSync } from 'node:zlib';
import { random } from '../reference/random.ts';
import { hostileValues, write } from './hostileValues.ts';

export interface GeneratedRequest {
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

type Fields = Record<string, unknown>;

const singles = ['/p', '/i', '/t', '/g', '/s', '/a', '/tracking/page', '/tracking/identify', '/tracking/track', '/tracking/group', '/v1/page',
  '/v1/screen', '/v1/identify', '/v1/track', '/v1/group', '/v1/alias', '/v1/p', '/v1/t', '/api/s/track', '/api/s/s2s/identify', '/api/s/s2s/nonsense']; // biome-ignore format: a list
const batches = ['/v1/batch', '/v1/b', '/v1/import', '/b'];
const contentTypes = [
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded',
  'image/png',
  'application/json; charset=latin1',
  'multipart/form-data; boundary=x',
  'nonsense',
  '',
  ';;;',
];
const encodings = ['gzip', 'deflate', 'br', 'zstd', 'identity', 'nonsense'];

/**
 * How many of a kind are about at the same time, and after how many mentions a new one takes the place of the oldest: so often
 * each is named on average. Were they always the same, each run of the derivation would derive everything there is.
 */
const crowds = {
  browser: { atOnce: 600, mentions: 20 },
  user: { atOnce: 300, mentions: 50 },
  company: { atOnce: 20, mentions: 1_000 },
  transaction: { atOnce: 1_000, mentions: 5 },
};

/** A few never leave, and are about each other: somebody repeats one id for as long as the test goes on. */
const regulars = 3;
const regularOneIn = 50;

/** Where an id may stand. */
const idKeys = new Set([
  'messageId',
  'userId',
  'anonymousId',
  'previousId',
  'groupId',
  'companyId',
  'email',
  'transactionId',
]);

/** Valid requests of all dialects, most of them mutated in a few places; a seed gives the same ones each time. */
export class RequestGenerator {
  readonly #next: () => number;
  readonly #writeKey: string;
  #messages = 0;
  #isRegular = false;
  readonly #mentions = { browser: 0, user: 0, company: 0, transaction: 0 };
  readonly #recent: Fields[] = [];

  constructor(seed: number, writeKey: string) {
    this.#next = random(seed);
    this.#writeKey = writeKey;
  }

  request(): GeneratedRequest {
    const batch = this.#oneIn(3);
    const path = this.#oneOf(batch ? batches : singles);
    const body: Fields = batch ? this.#batch() : this.#event();
    const headers: Record<string, string> = {};
    if (this.#oneIn(3)) headers.authorization = `Basic ${Buffer.from(`${this.#writeKey}:`).toString('base64')}`;
    else if (this.#oneIn(4)) headers['x-write-key'] = `${this.#writeKey}:secret`;
    else body.writeKey = this.#writeKey;
    if (this.#oneIn(2)) headers['content-type'] = this.#oneOf(contentTypes);
    if (this.#oneIn(10)) headers.sentat = this.#text(this.#hostile());
    if (this.#oneIn(30))
      headers.authorization = this.#oneOf([
        'Basic',
        'Basic %%%',
        'Bearer x',
        `Basic ${Buffer.from('ws_nobody:').toString('base64')}`,
        'basic Og==',
      ]);

    // A third stays as it is: what is valid must be accepted beside what is not.
    for (let mutations = this.#oneIn(3) ? 0 : 1 + this.#below(4); mutations > 0; mutations--) this.#mutate(body);
    this.#repeat(body);
    return { path, headers, body: this.#spoil(Buffer.from(write(this.#oneIn(200) ? this.#hostile() : body)), headers) };
  }

  #batch(): Fields {
    const events = Array.from({ length: this.#oneIn(20) ? this.#below(100) : 1 + this.#below(6) }, () => this.#event());
    return {
      batch: this.#oneIn(3_000) ? new Array(2_501).fill(events[0]) : events,
      ...(this.#oneIn(2) ? { sentAt: this.#time() } : {}),
    };
  }

  #event(): Fields {
    this.#isRegular = this.#oneIn(regularOneIn);
    const type = this.#oneOf(['page', 'screen', 'track', 'identify', 'group', 'alias']);
    const event: Fields = { type, context: this.#context() };
    // Rarely the id of a message with another content.
    if (!this.#oneIn(4)) event.messageId = this.#oneIn(1_000) ? `conflict-${this.#below(10)}` : `f-${this.#messages++}`;
    if (!this.#oneIn(3)) event.userId = this.#oneIn(5) ? this.#number('user') : this.#name('user');
    if (!this.#oneIn(3)) event.anonymousId = this.#name('browser');
    if (this.#oneIn(3)) event.timestamp = this.#time();
    if (this.#oneIn(3)) event.sentAt = this.#time();
    if (this.#oneIn(8)) event.email = `${this.#name('user')}@company.example`;
    if (type === 'track') Object.assign(event, { event: `Event ${this.#below(20)}`, properties: this.#payment() });
    if (type === 'page' || type === 'screen') Object.assign(event, { name: 'Pricing', properties: this.#page() });
    if (type === 'identify')
      event.traits = {
        email: `${this.#name('user')}@company.example`,
        companyId: this.#name('company'),
        plan: 'pro',
      };
    if (type === 'group') Object.assign(event, { groupId: this.#name('company'), traits: this.#company() });
    if (type === 'alias') Object.assign(event, { previousId: this.#name('browser'), userId: this.#name('user') });
    return event;
  }

  /** Puts an event of an earlier batch into this one, as a retry would, with another sentAt. */
  #repeat(body: Fields): void {
    if (!Array.isArray(body.batch)) return;
    const earlier = this.#oneIn(3) ? this.#recent[this.#below(this.#recent.length)] : undefined;
    const [event] = body.batch;
    if (typeof event === 'object' && event !== null) this.#recent[this.#below(100)] = structuredClone(event);
    if (earlier) body.batch.push({ ...earlier, sentAt: this.#time() });
  }

  #context(): Fields {
    const context: Fields = { locale: 'de-DE', userAgent: 'Mozilla/5.0 (X11; Linux x86_64)', ip: '203.0.113.7' };
    if (this.#oneIn(2)) context.page = this.#page();
    if (this.#oneIn(4)) context.campaign = { source: 'newsletter', name: 'January', medium: 'email' };
    if (this.#oneIn(10)) context.groupId = this.#name('company');
    return context;
  }

  #page(): Fields {
    return {
      url: `https://www.site.example/p/${this.#below(40)}?utm_source=google&gclid=x${this.#below(9)}`,
      referrer: 'https://www.google.com/',
      title: 'A page',
      search: '?a=1',
    };
  }

  #payment(): Fields {
    return this.#oneIn(3)
      ? { revenue: this.#below(10_000), currency: 'USD', transactionId: this.#name('transaction') }
      : { rows: this.#below(100), nested: { list: [1, 'two', null] } };
  }

  #company(): Fields {
    return {
      name: 'Acme Inc.',
      website: 'https://www.acme.example',
      employees: '11-50',
      phone: '+49 30 1234567',
      linkedInUrl: 'https://linkedin.com/company/acme',
      // Sent as an identify this is somebody's email: one that everybody shares would tie all of them together.
      email: `office@${this.#name('company')}.example`,
      annualRevenue: '5000000',
    };
  }

  #name(kind: keyof typeof crowds): string {
    return `${kind}-${this.#number(kind)}`;
  }

  /** Of one who is about now. */
  #number(kind: keyof typeof crowds): number {
    if (this.#isRegular) return this.#below(regulars);
    const { atOnce, mentions } = crowds[kind];
    return regulars + Math.floor(this.#mentions[kind]++ / mentions) + this.#below(atOnce);
  }

  #time(): string {
    return new Date(Date.UTC(2026, 0, 1) + this.#below(90 * 86_400) * 1000).toISOString();
  }

  /** Changes one place of a tree: another value, another key, or nothing there any more. */
  #mutate(root: Fields): void {
    let place = root;
    for (;;) {
      const keys = Object.keys(place);
      const key = this.#oneIn(15) || keys.length === 0 ? this.#text(this.#hostile()).slice(0, 300) : this.#oneOf(keys);
      const value = place[key];
      // Down into what is nested, more often than not.
      if (typeof value === 'object' && value !== null && !this.#oneIn(4)) {
        place = value as Fields;
        continue;
      }
      if (this.#oneIn(6)) delete place[key];
      else {
        const value = idKeys.has(key) ? this.#hostileId() : this.#hostile();
        Object.defineProperty(place, key, { value, enumerable: true, configurable: true, writable: true });
      }
      return;
    }
  }

  /** Damage below the level of JSON: cut, flipped, compressed, mislabelled. */
  #spoil(body: Buffer, headers: Record<string, string>): Buffer {
    if (this.#oneIn(8)) headers['content-encoding'] = this.#oneOf(encodings);
    if (this.#oneIn(12)) return body.subarray(0, this.#below(body.length + 1));
    if (this.#oneIn(12)) {
      for (let flips = 1 + this.#below(3); flips > 0 && body.length > 0; flips--)
        body[this.#below(body.length)] = this.#below(256);
      return body;
    }
    if (this.#oneIn(10)) {
      const packed = this.#oneIn(3) ? deflateSync(body) : gzipSync(body);
      return this.#oneIn(6) ? packed.subarray(0, this.#below(packed.length)) : packed;
    }
    if (this.#oneIn(3_000)) return gzipSync(Buffer.alloc(20 * 1024 * 1024, '['));
    if (this.#oneIn(3_000)) return Buffer.from('['.repeat(250_000) + ']'.repeat(250_000));
    return body;
  }

  #hostile(): unknown {
    // A copy: it may be mutated in turn.
    return structuredClone(this.#oneOf(hostileValues));
  }

  /** Mostly one that no other event has: an odd id that comes again and again would tie all companies together. */
  #hostileId(): unknown {
    const value = this.#hostile();
    if (this.#oneIn(100)) return value;
    if (typeof value === 'string') return `${value}${this.#messages++}`;
    const mayBeId = typeof value === 'number' || (typeof value === 'object' && value !== null && 'raw' in value);
    return mayBeId ? this.#messages++ : value;
  }

  /** As a key or a header: no control characters there. */
  #text(value: unknown): string {
    return write(value)
      .replace(/[^\x20-\x7e]/g, '?')
      .slice(0, 1_000);
  }

  #below(bound: number): number {
    return Math.floor(this.#next() * bound);
  }

  #oneIn(chances: number): boolean {
    return this.#below(chances) === 0;
  }

  #oneOf<T>(list: readonly T[]): T {
    return list[this.#below(list.length)] as T;
  }
}
