import type { Command } from 'commander';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

export function rebuildCommand(program: Command, { err }: Terminal): void {
  withReach(program.command('rebuild'))
    .description('derive people, groups and the rest again from the events, while they keep arriving')
    .action(async (options: Reach) => {
      const server = new RunningServer(options);
      const workspaceId = await server.workspace();
      err.write(`Deriving ${workspaceId} again; its answers stay what they are …\n`);
      const started = performance.now();
      await server.askWorkspace('POST', 'rebuild');
      err.write(`Done in ${((performance.now() - started) / 1000).toFixed(1)} s.\n`);
    });
}
