import { connect, createServer, type Socket } from 'node:net';

/** A way to a port on this machine. */
export interface Relay {
  port: number;
  close(): Promise<void>;
}

/**
 * Passes connections on to another port and ends them gently: whoever is asked sees an end, never a reset. A ClickHouse server
 * takes a reset for what it is, somebody who went away; clickhouse-local, which the nodes of the tests are, dies of it.
 */
export async function startRelay(to: number): Promise<Relay> {
  const open = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true, noDelay: true }, (asking) => {
    const asked = connect({ port: to, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    open.add(asking);
    asking.pipe(asked);
    asked.pipe(asking);
    asking.on('error', () => {});
    asking.once('close', () => {
      open.delete(asking);
      asked.unpipe(asking);
      // What is still said is heard by nobody, but it can be said.
      asked.resume();
      asked.end();
    });
    asked.once('error', () => asking.destroy());
    asked.once('close', () => asking.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
