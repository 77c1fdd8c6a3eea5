import { Command, CommanderError } from 'commander';
import { accountCommand } from './account.ts';
import { demoCommand } from './demo.ts';
import { exportCommand } from './export.ts';
import { forgetCommand } from './forget.ts';
import { importCommand } from './import.ts';
import { migrateStoreCommand } from './migrateStore.ts';
import { rebuildCommand } from './rebuild.ts';
import { startCommand } from './start.ts';
import type { Terminal } from './terminal.ts';
import { tokenCommand } from './token.ts';
import { workspaceCommand } from './workspace.ts';

const commands = [
  startCommand, demoCommand, importCommand, exportCommand, forgetCommand, rebuildCommand, migrateStoreCommand, workspaceCommand, accountCommand, tokenCommand,
]; // biome-ignore format: a list

/**
 * Runs `spectacle` with these arguments. Returns the exit code: 0 done, 1 not done, 2 done but for lines that were refused.
 *
 * @example await runCommand(['export', 'people', '--format', 'csv'], terminal)
 */
export async function runCommand(args: string[], terminal: Terminal): Promise<number> {
  const program = new Command('spectacle')
    .description('B2B customer-journey analytics.')
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.out.write(text),
      writeErr: (text) => terminal.err.write(text),
    });
  for (const command of commands) command(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // It has said what is wrong, or shown its help.
    if (error instanceof CommanderError) return error.exitCode;
    terminal.err.write(`${error instanceof Error ? error.message : error}\n`);
    return 1;
  }
  return terminal.exitCode;
}
