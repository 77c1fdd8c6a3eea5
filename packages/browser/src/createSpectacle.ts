import type { CallType } from '@spectacle/protocol';
import type { LoadOptions, Spectacle, TrackingPlan } from './api.ts';
import { queuedMethods } from './methods.ts';
import { startTracker, type Tracker } from './tracker.ts';

/** A call made before `load`: its method, its arguments, when (epoch milliseconds), its place among those of the stub. */
export type EarlyCall = [method: string, args: readonly unknown[], time: number, place: number];

/**
 * Makes the object that pages talk to. It does nothing until `load`, and nothing at all outside a browser, so it can be
 * imported while rendering on a server. No method ever throws.
 */
export function createSpectacle<P extends TrackingPlan = TrackingPlan>(): Spectacle<P> {
  const spectacle = install({}, []);
  if (typeof document === 'undefined') {
    // On a server even the queue of early calls would grow for ever.
    for (const method of [...queuedMethods, 'load']) spectacle[method] = () => {};
  }
  return spectacle as unknown as Spectacle<P>;
}

/** Gives an object (new, or the stub of the snippet) the methods of Spectacle. @internal */
export function install(
  target: Record<string, unknown>,
  early: EarlyCall[],
  scriptOrigin?: string,
): Record<string, unknown> {
  let tracker: Tracker | undefined;

  const run = (method: string, args: readonly unknown[], time: number) => {
    if (!tracker) early.push([method, args, time, 0]);
    else if (method in tracker)
      return (tracker[method as 'ready'] as (...args: readonly unknown[]) => unknown)(...args);
    else tracker.call(method as CallType, args, time);
  };

  const safely =
    (action: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        return action(...args);
      } catch (error) {
        console.error('Spectacle:', error);
      }
    };

  for (const method of queuedMethods) target[method] = safely((...args) => run(method, args, Date.now()));

  target.load = safely((workspaceId, options) => {
    if (tracker) return;
    tracker = startTracker(workspaceId as string, {
      baseUrl: scriptOrigin ?? location.origin,
      ...(options as LoadOptions),
    });
    target.inited = !!tracker;
    for (const [method, args, time] of early.splice(0)) safely(() => run(method, args, time))();
  });

  const visitor = () => tracker?.visitor() ?? {};
  target.anonymousId = () => visitor().anonymousId;
  target.groupId = () => visitor().groupId;
  target.groupTraits = () => ({ ...visitor().groupTraits });
  target.user = () => ({
    id: () => visitor().userId,
    anonymousId: target.anonymousId,
    traits: () => ({ ...visitor().userTraits }),
  });
  return target;
}
