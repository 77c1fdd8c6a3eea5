import { expect, test } from 'vitest';
import { Choice, openAny } from './openAny.ts';
import type { Opened } from './opened.ts';
import type { Sql } from './sql.ts';

/** A stand-in for a node in a failing network. */
function node(name: string, asked: string[]): Opened & { failsWith: string | undefined } {
  const answer = async () => {
    asked.push(name);
    if (standIn.failsWith) throw Object.assign(new Error('connect'), { code: standIn.failsWith });
  };
  const standIn = {
    failsWith: undefined as string | undefined,
    rows: async <Row>() => {
      await answer();
      return [] as Row[];
    },
    lines: async () => {
      await answer();
      return '';
    },
    run: answer,
    append: answer,
    close: async () => {},
  };
  return standIn;
}

const statement = 'SELECT 1' as Sql;

test('when a node cannot be reached the next one is asked, by all connections of the process from then on', async () => {
  const asked: string[] = [];
  const first = node('a', asked);
  const nodes = [first, node('b', asked)];
  const choice = new Choice();
  const [intake, reading] = [openAny(nodes, choice), openAny(nodes, choice)];
  await intake.append('t', [], '');
  first.failsWith = 'ECONNREFUSED';
  await intake.append('t', [], '');
  first.failsWith = undefined;
  await reading.rows(statement, {});
  expect(asked).toEqual(['a', 'a', 'b', 'b']);
});

test('a statement whose answer was lost fails: it may have been carried out; the next one goes elsewhere', async () => {
  const asked: string[] = [];
  const first = node('a', asked);
  const any = openAny([first, node('b', asked)], new Choice());
  first.failsWith = 'ECONNRESET';
  await expect(any.run(statement, {})).rejects.toMatchObject({ code: 'ECONNRESET' });
  await any.run(statement, {});
  expect(asked).toEqual(['a', 'b']);
});

test('what a node refuses is refused, and when none can be reached the failure is told', async () => {
  const asked: string[] = [];
  const nodes = [node('a', asked), node('b', asked)];
  const any = openAny(nodes, new Choice());
  for (const one of nodes) one.failsWith = '62';
  await expect(any.run(statement, {})).rejects.toMatchObject({ code: '62' });
  expect(asked).toEqual(['a']);
  for (const one of nodes) one.failsWith = 'ECONNREFUSED';
  await expect(any.run(statement, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  expect(asked).toEqual(['a', 'a', 'b']);
});
