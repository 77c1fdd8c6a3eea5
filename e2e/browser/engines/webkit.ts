import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import type { Engine, Tab } from './engine.ts';

const driverPath = process.env.SPECTACLE_WEBKIT_DRIVER ?? '/usr/bin/WebKitWebDriver';
const wanted = {
  browserName: 'MiniBrowser',
  'webkitgtk:browserOptions': {
    binary: process.env.SPECTACLE_WEBKIT ?? '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser',
    args: ['--automation'],
  },
};

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Xvfb chooses a free display itself and writes its number to the given descriptor. */
async function startDisplay(): Promise<{ display: string; process: ChildProcess }> {
  const process = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x720x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = await new Promise<string>((resolve, reject) => {
    process.once('error', reject);
    process.once('exit', (code) => reject(new Error(`Xvfb ended with ${code}.`)));
    process.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { display: `:${number}`, process };
}

/** WebKitGTK's MiniBrowser over WebDriver, on a display of its own. */
export async function launchWebKit(): Promise<Engine> {
  const { display, process: screen } = await startDisplay();
  const port = await freePort();
  const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    // MiniBrowser's own sandbox needs user namespaces, which containers often forbid.
    env: { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' },
  });
  const call = async <T>(method: string, path: string, body?: object): Promise<T> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${path}: ${value?.error} ${value?.message}`);
    return value;
  };
  const stop = async () => {
    driver.kill();
    screen.kill();
  };

  try {
    // The driver says nothing when it is ready.
    for (let attempt = 0; ; attempt++) {
      const up = await fetch(`http://127.0.0.1:${port}/status`).then(
        () => true,
        () => false,
      );
      if (up) break;
      if (attempt > 100) throw new Error('WebKitWebDriver does not answer.');
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { sessionId, capabilities } = await call<{ sessionId: string; capabilities: { browserVersion: string } }>(
      'POST',
      '/session',
      { capabilities: { alwaysMatch: wanted } },
    );
    const session = `/session/${sessionId}`;
    const first = await call<string>('GET', `${session}/window`);
    let used = false;

    return {
      name: `WebKitGTK ${capabilities.browserVersion}`,
      async newTab(): Promise<Tab> {
        const handle = used
          ? (await call<{ handle: string }>('POST', `${session}/window/new`, { type: 'tab' })).handle
          : first;
        used = true;
        const here = <T>(method: string, path: string, body?: object) =>
          call('POST', `${session}/window`, { handle }).then(() => call<T>(method, session + path, body));
        return {
          goto: (url) => here('POST', '/url', { url }),
          async run<T>(body: string) {
            const script = `const done = arguments[0];
              (async () => { ${body} })().then((value) => done({ value }), (error) => done({ error: String(error) }));`;
            const answer = await here<{ value: T; error?: string }>('POST', '/execute/async', { script, args: [] });
            if (answer.error) throw new Error(answer.error);
            return answer.value;
          },
          close: () => here('DELETE', '/window'),
        };
      },
      async close() {
        await call('DELETE', session).catch(() => {});
        await stop();
      },
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
