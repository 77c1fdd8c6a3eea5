import { SingleBar } from 'cli-progress';
import { adSpend } from './adSpend.ts';
import { configureWorkspace } from './configureWorkspace.ts';
import { sendDemo } from './sendDemo.ts';
import { simulate } from './simulate.ts';

export interface RunDemoOptions {
  /** Address of a running Spectacle. */
  url: string;
  workspace: string;
  companies?: number;
  seed?: number;
  days?: number;
  /** An admin token: the demo then also sets the cut-off event and the own domain of the workspace, and says what the ads cost. */
  token?: string;
  now?: Date;
  /** Where to report; the progress bar shows only on a terminal. */
  out?: NodeJS.WriteStream;
}

/**
 * The command `spectacle demo`: simulates a year of a B2B SaaS and sends it through the HTTP API.
 * Resolves to the exit code of the process.
 */
export async function runDemo({
  url,
  workspace,
  companies = 200,
  seed = 1,
  days = 365,
  token,
  now = new Date(),
  out = process.stderr,
}: RunDemoOptions): Promise<number> {
  const say = (line: string) => out.write(`${line}\n`);
  const world = { seed, companies, days, now };
  let total = 0;
  try {
    // Simulated twice, once to count: it takes half a second, and memory stays flat however many companies there are.
    for (const _ of simulate(world)) total += 1;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    say(error.message);
    return 1;
  }
  say(`Sending ${total} events of ${companies} companies over ${days} days (seed ${seed}) to ${workspace} at ${url}`);
  const started = performance.now();
  const bar = new SingleBar({
    stream: out,
    noTTYOutput: false,
    hideCursor: true,
    clearOnComplete: true,
    format: '{bar} {percentage} % · {value} of {total} events · {eta_formatted} left',
  });
  if (out.isTTY) bar.start(total, 0);
  const onProgress = (stored: number) => {
    if (out.isTTY) bar.update(stored);
  };
  const delivery = await sendDemo({ url, workspaceId: workspace, events: simulate(world), onProgress });
  bar.stop();
  if (!delivery.ok) {
    say(remedy(delivery, url, workspace));
    return 1;
  }
  const seconds = (performance.now() - started) / 1_000;
  say(`Stored ${delivery.stored} events in ${seconds.toFixed(1)} s. A second run adds only what has happened since.`);
  const [first] = delivery.rejected;
  if (first) say(`${delivery.rejected.length} events were refused; the first because: ${first.message}`);
  const problem = token ? await configureWorkspace(url, workspace, token, adSpend(world)) : undefined;
  if (problem) say(problem);
  if (!token) say("Set the cut-off event 'Trial Started' in the settings to see customer journeys end there.");
  return first || problem ? 1 : 0;
}

function remedy(failure: { code: string; status: number; message: string }, url: string, workspace: string): string {
  if (failure.code === 'unreachable') {
    return `No Spectacle answers at ${url} (${failure.message}). Start it with \`npm start\`, or name another address with --url.`;
  }
  if (failure.status === 401) {
    return `${url} knows no workspace ${workspace}. Its id is printed at the start of the server; name it with --workspace.`;
  }
  return `${url} refused the events with HTTP ${failure.status}: ${failure.message}`;
}
