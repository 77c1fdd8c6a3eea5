#!/usr/bin/env node
import { runCommand } from './commands/runCommand.ts';
import { ownTerminal } from './commands/terminal.ts';

process.exitCode = await runCommand(process.argv.slice(2), ownTerminal());
