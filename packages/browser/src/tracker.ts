import type { CallType } from '@spectacle/protocol';
import type { LoadOptions } from './api.ts';
import { campaignOf, clickIdsOf, deviceContext, pageContext } from './context.ts';
import { createIdentity } from './identity.ts';
import { newId } from './newId.ts';
import { readCall } from './readCall.ts';
import { afterCall, afterReset, type Visitor } from './visitor.ts';

/** Spectacle after `load`. */
export interface Tracker {
  visitor(): Visitor;
  call(type: CallType, args: readonly unknown[], time: number): void;
  reset(): void;
}

export function startTracker(workspaceId: string, options: LoadOptions & { baseUrl: string }): Tracker {
  const identity = createIdentity(localStorage);
  let visitor = identity.read();
  identity.write(visitor);
  const device = deviceContext();
  const pending: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let { referrer } = document;
  let lastPage = '';

  const send = () => {
    clearTimeout(timer);
    timer = undefined;
    if (!pending.length) return;
    const batch = pending.splice(0);
    const head = JSON.stringify({ writeKey: workspaceId, sentAt: new Date() }).slice(0, -1);
    fetch(`${options.baseUrl}/v1/batch`, {
      method: 'POST',
      body: `${head},"batch":[${batch}]}`,
      keepalive: true,
      credentials: 'omit',
    }).catch(() => pending.unshift(...batch));
  };
  addEventListener('pagehide', send);

  const remember = (next: Visitor) => {
    if (next === visitor) return;
    visitor = next;
    identity.write(visitor);
  };

  return {
    visitor: () => visitor,
    reset: () => remember(afterReset(visitor, newId)),
    call(type, args, time) {
      const { call, problems } = readCall(type, args);
      for (const problem of problems) console.error(`Spectacle: ${problem}`);
      if (!call) return;
      remember(afterCall(visitor, call, newId));
      const { options: perCall, callback, ...message } = call;
      // Within one document the page before is the referrer: the outer one brought only the first page view.
      if (type === 'page') {
        if (lastPage) referrer = lastPage;
        lastPage = location.href;
      }
      const page = pageContext(referrer);
      if (type === 'page') {
        const { name, category, properties } = call;
        message.properties = {
          name,
          category,
          ...page,
          hash: location.hash,
          width: innerWidth,
          height: innerHeight,
          ...properties,
        };
      }
      if (type === 'alias') message.previousId ??= visitor.anonymousId;
      pending.push(
        JSON.stringify({
          ...message,
          messageId: newId(),
          timestamp: new Date(perCall?.timestamp ?? time),
          anonymousId: visitor.anonymousId,
          userId: message.userId ?? visitor.userId,
          context: {
            page,
            campaign: campaignOf(location.search),
            clickIds: clickIdsOf(location.search),
            ...device,
            ...perCall?.context,
          },
        }),
      );
      timer ??= setTimeout(send, 300);
      if (callback) setTimeout(callback);
    },
  };
}
