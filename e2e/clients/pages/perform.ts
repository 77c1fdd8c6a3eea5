import type { Scene } from '../scene.ts';

declare global {
  interface Window {
    perform?: (scene: Scene) => Promise<void>;
  }
}

/** Makes what a client does callable from the test that drives the browser. */
export function perform(act: (scene: Scene) => Promise<void>): void {
  window.perform = act;
}

/** How Segment's client, and those made from it, are told to send. */
export type DeliveryStrategy =
  | { strategy: 'standard'; config: { keepalive: boolean } }
  | { strategy: 'batching'; config: { size: number; timeout: number } };
