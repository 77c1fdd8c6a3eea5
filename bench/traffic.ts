import { builtModule } from './server.ts';

type Simulate = typeof import('../packages/server/src/demo/simulate.ts').simulate;
type Accept = typeof import('../packages/server/src/collector/accept.ts').accept;
type DemoEvent = ReturnType<Simulate> extends Generator<infer Event> ? Event : never;

/** Digits that stand at the end of each id in a request, to be overwritten with the number of the pass. */
export const passDigits = '00000';

/** A request body and the places of the digits in it. */
export interface Template {
  body: Buffer;
  places: number[];
}

/** The demo's traffic of some companies in order of time: what the benchmarks send. */
export async function demoEvents(companies: number): Promise<DemoEvent[]> {
  const { simulate } = await builtModule<{ simulate: Simulate }>('demo/simulate.js');
  return [...simulate({ seed: 1, companies, now: new Date(Date.UTC(2026, 5, 1)), days: 365 })];
}

/**
 * Bodies of `POST /v1/batch` of so many events each. Whoever sends them again overwrites the digits, so that the second
 * pass is of other people, browsers, companies and messages: a database of strangers rather than of a few very busy ones.
 */
export function templates(events: DemoEvent[], perRequest: number, writeKey: string): Template[] {
  const marked = events.map((event) => JSON.stringify(withPass(event)));
  const bodies: Template[] = [];
  for (let start = 0; start + perRequest <= marked.length; start += perRequest) {
    const [first = ''] = marked.slice(start, start + 1);
    const text =
      perRequest === 1
        ? `{"writeKey":"${writeKey}",${first.slice(1)}`
        : `{"writeKey":"${writeKey}","batch":[${marked.slice(start, start + perRequest).join(',')}]}`;
    const body = Buffer.from(text);
    const places: number[] = [];
    for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + 1)) places.push(at + 1);
    bodies.push({ body, places });
  }
  return bodies;
}

const mark = `~${passDigits}`;

function withPass(event: DemoEvent): DemoEvent {
  const marked: Record<string, unknown> = { ...event };
  for (const id of ['messageId', 'anonymousId', 'userId', 'groupId'] as const) {
    if (event[id] !== undefined) marked[id] = `${event[id]}${mark}`;
  }
  return marked as unknown as DemoEvent;
}

/** The rows of the same events, as the collector's own steps write them. */
export async function rowsOf(events: DemoEvent[]): Promise<string[]> {
  const { accept } = await builtModule<{ accept: Accept }>('collector/accept.js');
  const rows: string[] = [];
  const desk = {
    commit: {
      commit: async ({ bytes }: { bytes: Buffer }) => {
        rows.push(...bytes.toString().trimEnd().split('\n'));
        return { ok: true };
      },
    },
    isWorkspace: () => true,
    rateLimit: undefined,
    now: Date.now,
    stored: () => {},
    refused: () => {},
    turnedAway: (code: string) => {
      throw new Error(`The collector turned away its own benchmark: ${code}`);
    },
  } as unknown as Parameters<Accept>[1];
  for (const { body } of templates(events, 100, 'ws_bench')) {
    const intake = {
      bytes: body,
      contentType: undefined,
      contentEncoding: undefined,
      type: undefined,
      authorization: undefined,
      writeKeyHeader: undefined,
      sentAtHeader: undefined,
    };
    await accept(intake, desk);
  }
  return rows;
}
