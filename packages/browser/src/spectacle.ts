import type { CallType } from '@spectacle/protocol';
import type { LoadOptions, Spectacle, TrackingPlan } from './api.ts';
import { queuedMethods } from './snippet.ts';
import { startTracker, type Tracker } from './tracker.ts';

/** A call made before `load`: its method, its arguments, when (epoch milliseconds). */
export type EarlyCall = [method: string, args: readonly unknown[], time: number];

/**
 * Makes the object that pages talk to. It does nothing until `load`, and nothing at all outside a browser, so it can be
 * imported while rendering on a server. No method ever throws.
 */
export function createSpectacle<P extends TrackingPlan = TrackingPlan>(scriptOrigin?: string): Spectacle<P> {
  return install({}, [], scriptOrigin) as unknown as Spectacle<P>;
}

/** Gives an object (new, or the stub of the snippet) the methods of Spectacle. */
export function install(
  target: Record<string, unknown>,
  early: EarlyCall[],
  scriptOrigin?: string,
): Record<string, unknown> {
  let tracker: Tracker | undefined;

  const run = (method: string, args: readonly unknown[], time: number) => {
    if (!tracker) early.push([method, args, time]);
    else if (method === 'reset') tracker.reset();
    else tracker.call(method as CallType, args, time);
  };

  const safely =
    (action: (...args: unknown[]) => unknown) =>
    (...args: unknown[]) => {
      try {
        if (typeof document !== 'undefined') return action(...args);
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
    target.inited = true;
    for (const call of early.splice(0)) safely(() => run(...call))();
  });

  target.anonymousId = () => tracker?.visitor().anonymousId;
  target.groupId = () => tracker?.visitor().groupId;
  target.user = () => ({
    id: () => tracker?.visitor().userId,
    anonymousId: () => tracker?.visitor().anonymousId,
    traits: () => ({ ...tracker?.visitor().userTraits }),
  });
  return target;
}
