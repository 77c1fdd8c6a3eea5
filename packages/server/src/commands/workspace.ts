import type { Command } from 'commander';
import type { NewWorkspace, Settings, WorkspaceList } from '../api/answers.ts';
import { CommandFailure } from './commandFailure.ts';
import { type Reach, RunningServer, withReach } from './runningServer.ts';
import type { Terminal } from './terminal.ts';

export function workspaceCommand(program: Command, { out }: Terminal): void {
  const workspace = program.command('workspace').description('list, make and set up workspaces');

  withReach(workspace.command('list'))
    .description('the workspace of the token, and those that its admins made')
    .action(async (options: Reach) => {
      const { workspaces } = await new RunningServer(options).ask<WorkspaceList>('GET', '/api/workspaces');
      for (const { workspaceId, name, own } of workspaces) {
        out.write(`${[workspaceId, name, own ? '(of this token)' : ''].filter(Boolean).join('   ')}\n`);
      }
    });

  withReach(workspace.command('create'))
    .description('make a workspace; needs an admin token of another one')
    .argument('[id]', 'ws_ and letters, digits, _ or -; one is made if it is left out')
    .option('--name <name>', 'what people call it, up to 100 characters')
    .action(async (id: string | undefined, options: Reach & { name?: string }) => {
      const server = new RunningServer(options);
      // What is left out is left out of the JSON too.
      const body = { workspaceId: id, name: options.name };
      const { workspaceId, name, token } = await server.ask<NewWorkspace>('POST', '/api/workspaces', body);
      out.write(`Workspace    ${workspaceId}\n`);
      if (name !== '') out.write(`Name         ${name}\n`);
      if (token !== null) out.write(`Token        ${token}   (shown once)\n`);
    });

  withReach(workspace.command('settings'))
    .description(
      'show the settings of the token’s workspace, or change some: currency=EUR cutoffEvents="Signed Up,Trial Started"',
    )
    .argument('[changes...]', '<setting>=<value>; a list is separated by commas')
    .action(async (changes: string[], options: Reach) => {
      const server = new RunningServer(options);
      const before = await server.askWorkspace<Settings>('GET', 'settings');
      const settings =
        changes.length === 0
          ? before
          : await server.askWorkspace<Settings>('PATCH', 'settings', readChanges(changes, before));
      for (const [name, value] of Object.entries(settings)) {
        out.write(`${`${name.padEnd(24)}${Array.isArray(value) ? value.join(',') : value}`.trimEnd()}\n`);
      }
    });
}

/** A setting is of the type that it has. */
function readChanges(changes: string[], before: Settings): Record<string, unknown> {
  return Object.fromEntries(
    changes.map((change) => {
      const equals = change.indexOf('=');
      const name = equals < 0 ? change : change.slice(0, equals);
      const text = change.slice(equals + 1);
      const value: unknown = Object.hasOwn(before, name) ? before[name as keyof Settings] : undefined;
      if (equals < 0 || value === undefined) {
        throw new CommandFailure(
          `A change reads <setting>=<value>, and the settings are ${Object.keys(before).join(', ')}; this is none: ${change}`,
        );
      }
      const list = text.split(',').map((part) => part.trim());
      return [name, Array.isArray(value) ? list.filter(Boolean) : typeof value === 'number' ? Number(text) : text];
    }),
  );
}
