#!/usr/bin/env node
import { Command } from 'commander';
import { renderSnippet } from 'spectacle-js/snippet';
import { type Flags, readConfig } from './config.ts';
import { runDemo } from './demo/runDemo.ts';
import { createSpectacle } from './server.ts';

const program = new Command('spectacle').description('B2B customer-journey analytics.');

program
  .command('start', { isDefault: true })
  .description('run collector, API and web app')
  .option('--port <number>', 'port to listen on (SPECTACLE_PORT, 8765)')
  .option('--host <address>', 'address to listen on (SPECTACLE_HOST, 127.0.0.1)')
  .option('--data <directory>', 'directory of the embedded store (SPECTACLE_DATA, ./data)')
  .option('--clickhouse-url <url>', 'a ClickHouse server instead (SPECTACLE_CLICKHOUSE_URL)')
  .option('--workspace <id>', 'id of the workspace made at the first start (SPECTACLE_WORKSPACE)')
  .option('--token <token>', 'its admin token (SPECTACLE_TOKEN)')
  .action(start);

program
  .command('demo')
  .description('send a simulated year of a B2B SaaS through the HTTP API')
  .option('--url <url>', 'address of a running Spectacle (SPECTACLE_HOST and SPECTACLE_PORT)')
  .option('--workspace <id>', 'workspace to fill (SPECTACLE_WORKSPACE)')
  .option('--token <token>', 'admin token, to set the cut-off event too (SPECTACLE_TOKEN)')
  .option('--companies <number>', 'how many companies', '200')
  .option('--days <number>', 'how many days back', '365')
  .option('--seed <number>', 'another seed, another world', '1')
  .action(demo);

await program.parseAsync().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

async function start(flags: Flags): Promise<void> {
  const config = readConfig(flags);
  const spectacle = await createSpectacle(config);
  const address = await spectacle.app.listen({ port: config.port, host: config.host });
  const { workspaceId, newToken } = spectacle;
  console.log(
    [
      '',
      `  Spectacle    ${address}`,
      `  Workspace    ${workspaceId}`,
      newToken ? `  Token        ${newToken}   (shown once; log in with it)` : '  Token        as before',
      '',
      '  Paste this into the <head> of your pages:',
      '',
      renderSnippet({ workspaceId, baseUrl: address }),
      '',
    ].join('\n'),
  );

  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    console.log('Finishing what was taken …');
    spectacle.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}

async function demo(options: DemoFlags): Promise<void> {
  const config = readConfig();
  const workspace = options.workspace ?? config.workspaceId;
  if (workspace === undefined)
    throw new Error('Name the workspace to fill: spectacle demo --workspace ws_… (the start printed it).');
  const token = options.token ?? config.token;
  process.exitCode = await runDemo({
    url: options.url ?? `http://${config.host}:${config.port}`,
    workspace,
    companies: Number(options.companies),
    days: Number(options.days),
    seed: Number(options.seed),
    ...(token === undefined ? {} : { token }),
  });
}

interface DemoFlags {
  url?: string;
  workspace?: string;
  token?: string;
  companies: string;
  days: string;
  seed: string;
}
