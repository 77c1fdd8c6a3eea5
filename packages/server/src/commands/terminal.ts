import { createInterface } from 'node:readline/promises';

/** Where a command is run: what it answers goes to `out`, what it says meanwhile to `err`. */
export interface Terminal {
  out: NodeJS.WritableStream;
  err: NodeJS.WritableStream & { isTTY?: boolean };
  /** Asks a question; undefined where nobody sits who could answer. */
  ask(question: string): Promise<string | undefined>;
  /** How the command ended, if not with 0. */
  exitCode: number;
}

/** The terminal of this process. */
export const ownTerminal = (): Terminal => ({
  out: process.stdout,
  err: process.stderr,
  ask: async (question) => {
    if (!process.stdin.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(question);
    } finally {
      lines.close();
    }
  },
  exitCode: 0,
});
