import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Answered {
  status: number;
  body?: object;
  headers?: Record<string, string>;
}

interface ReceivedEvent {
  messageId: string;
  [field: string]: unknown;
}

/** A collector that answers as a test says, for what a real one does too seldom; stores everything if the test says nothing. */
export class StandInCollector {
  readonly stored: ReceivedEvent[] = [];
  readonly #server: Server;
  requests = 0;

  private constructor(answer: (batch: ReceivedEvent[], request: number) => Answered | undefined) {
    this.#server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const { batch } = JSON.parse(Buffer.concat(parts).toString()) as { batch: ReceivedEvent[] };
        const said = answer(batch, ++this.requests);
        if (!said) this.stored.push(...batch);
        const { status, body, headers } = said ?? {
          status: 200,
          body: { success: true, accepted: batch.length, rejected: [] },
        };
        response.writeHead(status, headers).end(JSON.stringify(body ?? {}));
      });
    });
  }

  static async open(answer: (batch: ReceivedEvent[], request: number) => Answered | undefined = () => undefined) {
    const collector = new StandInCollector(answer);
    await new Promise<void>((done) => collector.#server.listen(0, '127.0.0.1', done));
    return collector;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close().closeAllConnections();
  }
}
