import { type CallType, limits } from '@spectacle/protocol';
import type { Callback, Consent, LoadOptions } from './api.ts';
import { attempt } from './attempt.ts';
import { arrival, pageContext } from './context.ts';
import { readCookie } from './cookie.ts';
import { createDelivery } from './delivery.ts';
import { decorateLinks, takeLinkedId } from './domainLink.ts';
import { createIdentity, mirrorKey } from './identity.ts';
import { followNavigation } from './navigation.ts';
import { newId } from './newId.ts';
import { createQueue } from './queue.ts';
import { readCall } from './readCall.ts';
import { afterCall, afterReset, type Visitor } from './visitor.ts';

/** Milliseconds without a page after which the click that brought the visitor no longer counts, as for a visit. */
const sessionLength = 30 * 60_000;

/** Spectacle after `load`: `call` for whatever becomes an event, and the other methods by their names. */
export interface Tracker {
  visitor(): Visitor;
  call(type: CallType, args: readonly unknown[], time: number): void;
  reset(): void;
  ready(callback: Callback): void;
  flush(): Promise<void>;
  consent(decision: Consent): void;
  optIn(): void;
  optOut(): void;
}

/** Starts collecting: the wiring of identity, queue and delivery to the page. */
export function startTracker(writeKey: string, options: LoadOptions & { baseUrl: string }): Tracker {
  const { baseUrl, linkDomains, externalAnonCookie } = options;
  const { globalPrivacyControl, doNotTrack } = navigator as Navigator & { globalPrivacyControl?: boolean };
  const storage = attempt(() => localStorage);
  const identity = createIdentity(storage, options.cookieDomain);
  const queue = createQueue({
    storage,
    lockManager: navigator.locks,
    prefix: `sp__q.${writeKey}.`,
    onTakeOver: () => delivery.soon(),
  });
  const delivery = createDelivery(queue, `${baseUrl}/v1/batch`, writeKey);
  const linkedId = takeLinkedId();
  const known = identity.read({});
  let consent =
    known.consent ||
    (globalPrivacyControl && options.globalPrivacyControl) ||
    (doNotTrack === '1' && options.doNotTrack) ||
    options.consent ||
    'granted';
  let visitor: Visitor = consent === 'granted' ? known : { consent: known.consent };
  let { referrer } = document;
  let lastPage = '';
  let serverCookies = '';
  /** Of the messages: random once a page, then counted, which is quick to make and small to store. */
  const pageId = newId();
  let calls = 0;

  const remember = (next: Visitor) => {
    next.anonymousId ??= newId();
    visitor = next;
    if (consent !== 'granted') return;
    identity.write(next);
    const body =
      options.serverCookies && JSON.stringify({ writeKey, anonymousId: next.anonymousId, userId: next.userId });
    if (body && body !== serverCookies) {
      serverCookies = body;
      fetch(`${baseUrl}/cookie`, { method: 'POST', body, credentials: 'include', keepalive: true }).catch(() => {});
    }
  };

  const settle = (decision: Consent) => {
    consent = decision;
    if (consent === 'granted') queue.open();
    else {
      const nobody = { consent: visitor.consent };
      const waiting = queue.clear();
      if (consent === 'denied') visitor = nobody;
      else waiting.forEach(queue.add);
      // Until somebody decides, what the device has is neither read nor touched.
      if (consent !== 'pending') identity.write(nobody);
    }
    remember(visitor);
    delivery.allow(consent === 'granted' || consent === 'cookieless');
  };

  const decide = (decision: Consent) => {
    visitor.consent = decision;
    settle(decision);
  };

  const call = (type: CallType, args: readonly unknown[], time: number) => {
    const { call, problems } = readCall(type, args);
    for (const problem of problems) console.error(`Spectacle: ${problem}`);
    if (!call || consent === 'denied') return;
    const { options: perCall, callback, name, category, ...message } = call;
    const page = pageContext();
    const { campaign, clickIds } = arrival(page.search);
    const next = afterCall(visitor, call);
    let idsOfCall = next.clickIds;
    if (type === 'page') {
      // Within one document the page before is the referrer: the outer one brought only the first page view.
      referrer = lastPage || referrer;
      lastPage = page.url;
      const view = { name, category, ...page, referrer };
      message.properties = { ...view, ...call.properties };
      // A page has the ids of its own address only: those of the session would make it look like another arrival.
      idsOfCall = clickIds;
      // Never seen, the difference is NaN, which is less than nothing.
      next.clickIds = clickIds ?? (time - (next.seen as number) < sessionLength ? next.clickIds : undefined);
      next.seen = time;
    }
    if (type !== 'track') remember(next);
    if (type === 'alias') message.previousId ??= visitor.anonymousId;
    const event = JSON.stringify({
      ...message,
      messageId: pageId + calls++,
      timestamp: new Date(perCall?.timestamp ?? time),
      anonymousId: visitor.anonymousId,
      userId: message.userId ?? visitor.userId,
      context: { page: { ...page, referrer }, campaign, clickIds: idsOfCall, ...perCall?.context },
    });
    if (event.length > limits.eventBytes) {
      console.error(`Spectacle: ${type}() exceeds 32 KB, so nothing was sent.`);
    } else {
      queue.add(event);
      delivery.soon();
    }
    if (callback) setTimeout(callback);
  };

  /** Another tab, or another subdomain, may have changed who this is. */
  const recognise = (known = identity.read(visitor)) => {
    if (consent === 'granted') visitor = known;
    if (known.consent && known.consent !== consent) settle(known.consent);
  };

  visitor.anonymousId =
    (externalAnonCookie && readCookie(externalAnonCookie)) || (!visitor.userId && linkedId) || visitor.anonymousId;
  settle(consent);

  // What another tab wrote comes with the event: its cookies may arrive later than that.
  addEventListener(
    'storage',
    ({ key, newValue }) => key === mirrorKey && recognise(attempt(() => JSON.parse(newValue ?? ''))),
  );
  addEventListener('online', delivery.flush);
  addEventListener('visibilitychange', () => (document.hidden ? delivery.lastChance() : recognise()));
  addEventListener('pagehide', () => {
    delivery.lastChance();
    queue.close();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) {
      recognise();
      settle(consent);
    }
  });
  if (linkDomains) decorateLinks(linkDomains, () => (consent === 'granted' ? visitor.anonymousId : undefined));
  if (options.trackPages) followNavigation(() => lastPage !== location.href && call('page', [], Date.now()));

  return {
    visitor: () => visitor,
    call,
    reset: () => remember(afterReset(visitor)),
    ready: (callback) => setTimeout(callback),
    flush: delivery.flush,
    consent: decide,
    optIn: () => decide('granted'),
    optOut: () => decide('denied'),
  };
}
