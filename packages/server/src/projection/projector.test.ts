import { expect, test } from 'vitest';
import type { Connection } from '../store/connection.ts';
import { nameOf, type Sql } from '../store/sql.ts';
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

test('the checkpoint stays where it is until what runs left for reports is derived, also when that takes a second try', async () => {
  const failures: unknown[] = [];
  const appended: string[] = [];
  const found: Record<string, object[]> = {
    'projection/marks.sql': [{ marks: 9 }],
    'projection/kept.sql': [{ marks: 1, persons: 1, groups: 0 }],
  };
  const connection: Connection = {
    rows: async <Row>(statement: Sql) => (found[nameOf(statement)] ?? []) as Row[],
    lines: async () => '',
    append: async (table) => {
      appended.push(table);
    },
    run: async () => {},
  };
  /** Lets the work for reports that is under way end, well or not. */
  let end: ((error?: Error) => void) | undefined;
  let isHeldUp = true;
  const reports: Connection = {
    ...connection,
    run: async (statement) => {
      if (nameOf(statement) !== 'projection/keptPersons.sql' || !isHeldUp) return;
      const error = await new Promise<Error | undefined>((resolve) => {
        end = resolve;
      });
      end = undefined;
      if (error) throw error;
    },
  };
  const projector = new Projector({
    connection,
    reports,
    keepsForReports: () => true,
    countsHistory: () => false,
    onError: (error) => failures.push(error),
  });
  for (const error of [new Error('no room'), undefined]) {
    projector.changed({ workspaceId: 'ws', visitor: 'anon:1', messageId: 'm1' });
    await expect.poll(() => end).toBeDefined();
    expect(appended).not.toContain('spectacle.checkpoints');
    isHeldUp = error !== undefined;
    end?.(error);
    await expect.poll(() => failures).toEqual([new Error('no room')]);
  }
  await expect.poll(() => appended).toContain('spectacle.checkpoints');
  await projector.close();
});
