import { fork } from 'node:child_process';
import { join } from 'node:path';
import type { Load, Measured } from './generator.ts';

/** Runs a load in a process of its own and returns what it saw. */
export async function underLoad(load: Load): Promise<Measured> {
  const generator = fork(join(process.cwd(), 'bench/dist/run/generator.mjs'));
  try {
    return await new Promise<Measured>((resolve, reject) => {
      generator.once('message', (measured) => resolve(measured as Measured));
      generator.once('exit', (code) => reject(new Error(`The load generator ended with ${code}.`)));
      generator.send(load);
    });
  } finally {
    generator.kill();
  }
}
