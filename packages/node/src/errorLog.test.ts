import { expect, test } from 'vitest';
import { createErrorLog } from './errorLog.ts';
import { SpectacleError } from './spectacleError.ts';

test('an outage is logged once and then counted, each kind of error by itself', () => {
  const lines: string[] = [];
  let now = 0;
  const log = createErrorLog(
    (line) => lines.push(line),
    () => now,
  );
  for (let count = 0; count < 500; count += 1) log(new SpectacleError('gave_up', 'Dropped.'));
  log(new SpectacleError('queue_full', 'Full.'));
  now = 10_000;
  log(new SpectacleError('gave_up', 'Dropped.'));
  expect(lines).toEqual(['[spectacle] Dropped.', '[spectacle] Full.', '[spectacle] Dropped. (and 499 more like it)']);
});
