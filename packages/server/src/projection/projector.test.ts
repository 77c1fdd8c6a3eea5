import { expect, test } from 'vitest';
import type { Connection } from '../store/connection.ts';
import { nameOf } from '../store/sql.ts';
import { Projector } from './projector.ts';

test('who is stopped ends the run with its step, tidies up and tells of no failure', async () => {
  const ran: string[] = [];
  const failures: unknown[] = [];
  let stopping: Promise<void> | undefined;
  const connection: Connection = {
    rows: async () => [],
    lines: async () => '',
    append: async () => {},
    run: async (statement) => {
      ran.push(nameOf(statement));
      stopping ??= projector.close();
    },
  };
  const projector = new Projector({ connection, countsHistory: () => false, onError: (error) => failures.push(error) });
  projector.changed({ workspaceId: 'ws', visitor: 'anon:1', messageId: 'm1' });
  await expect.poll(() => ran.length).toBeGreaterThan(0);
  await stopping;
  const [first, ...rest] = ran;
  expect(first).toBe('projection/contents.sql');
  expect(rest.length).toBeGreaterThan(0);
  expect(rest.filter((name) => !name.startsWith('projection/clear.sql'))).toEqual([]);
  expect(failures).toEqual([]);
});
