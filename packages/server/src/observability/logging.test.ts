import Fastify from 'fastify';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { FailuresOnly, logging } from './logging.ts';

/** A logger whose lines the test reads. */
function logger() {
  const lines: string[] = [];
  return { lines, log: pino(logging('info'), { write: (line) => lines.push(line) }) };
}

test("an error of the store says its kind, and quotes nobody's data", () => {
  const { lines, log } = logger();
  const error = Object.assign(
    new Error(`Cannot parse input: expected '"' before: 'ada@acme.test",42]': (while reading the value of key email)`),
    {
      type: 'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
      code: '27',
    },
  );
  log.error({ err: error, code: 'store_unavailable' }, 'The store refused an insert.');
  expect(lines.join()).not.toContain('ada@acme.test');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 50,
    code: 'store_unavailable',
    msg: 'The store refused an insert.',
    err: {
      name: 'Error',
      type: 'CANNOT_PARSE_INPUT_ASSERTION_FAILED',
      code: '27',
      message: 'Cannot parse input',
      stack: expect.stringContaining('logging.test.ts'),
    },
  });
});

test('what is thrown and is no error is not written down', () => {
  const { lines, log } = logger();
  log.error({ err: 'ada@acme.test' }, 'Odd.');
  expect(lines.join()).not.toContain('ada');
});

test('a request that fails is logged by its route, not by its address, which names people', async () => {
  const { lines, log } = logger();
  const app = Fastify({ loggerInstance: log, logController: new FailuresOnly() });
  app.get('/people/:id', () => {
    throw new Error("no such person: 'ada@acme.test'");
  });
  await app.inject('/nothing-here');
  await app.inject({ url: '/people/email:ada@acme.test?token=secret', remoteAddress: '9.8.7.6' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/ada@|secret|9\.8\.7\.6/);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    req: { method: 'GET', route: '/people/:id' },
    err: { message: 'no such person' },
  });
});
