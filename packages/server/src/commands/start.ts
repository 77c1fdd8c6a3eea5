import type { Command } from 'commander';
import { type Flags, readConfig } from '../config.ts';
import type { Terminal } from './terminal.ts';

export function startCommand(program: Command, terminal: Terminal): void {
  program
    .command('start', { isDefault: true })
    .description('run collector, API and web app')
    .option('--port <number>', 'port to listen on (SPECTACLE_PORT, 8765)')
    .option('--host <address>', 'address to listen on (SPECTACLE_HOST, 127.0.0.1)')
    .option('--data <directory>', 'directory of the embedded store (SPECTACLE_DATA, ./data)')
    .option('--clickhouse-url <url>', 'a ClickHouse server instead (SPECTACLE_CLICKHOUSE_URL)')
    .option('--clickhouse-cluster <name>', 'the cluster that the server belongs to (SPECTACLE_CLICKHOUSE_CLUSTER)')
    .option('--roles <list>', 'collect, serve, or both (SPECTACLE_ROLES, both)')
    .option('--workspace <id>', 'id of the workspace made at the first start (SPECTACLE_WORKSPACE)')
    .option('--token <token>', 'its admin token (SPECTACLE_TOKEN)')
    .option('--trusted-proxies <list>', 'whose X-Forwarded-For counts (SPECTACLE_TRUSTED_PROXIES, loopback)')
    .action((flags: Flags) => start(flags, terminal));
}

/** Serves until SIGINT or SIGTERM, and then finishes what it took. */
async function start(flags: Flags, { out }: Terminal): Promise<void> {
  const config = readConfig(flags);
  // Only here: the other commands need no engine, and no built script.
  const { createSpectacle } = await import('../server.ts');
  const { renderSnippet } = await import('spectacle-js/snippet');
  const spectacle = await createSpectacle(config);
  const address = await spectacle.app.listen({
    port: config.port,
    host: config.host,
    // Thousands may connect in one moment; Node lets 511 wait. The system cuts this to its own limit.
    backlog: 4096,
  });
  const { workspaceId, newToken, linkSecret } = spectacle;
  out.write(
    [
      '',
      `  Spectacle    ${address}`,
      `  Workspace    ${workspaceId}`,
      newToken ? `  Token        ${newToken}   (shown once; log in with it)` : '  Token        as before',
      ...(linkSecret
        ? ['', '  Open this first; it logs you in, once and within an hour:', '', `  ${address}/login#${linkSecret}`]
        : []),
      '',
      '  Paste this into the <head> of your pages:',
      '',
      renderSnippet({ workspaceId, baseUrl: address }),
      '',
      '',
    ].join('\n'),
  );
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  // A second signal must not cut off what is being finished.
  process.on('SIGINT', () => {}).on('SIGTERM', () => {});
  out.write('Finishing what was taken …\n');
  await spectacle.close();
  process.exit(0);
}
