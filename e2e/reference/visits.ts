import type { AcceptedEvent, Page } from './acceptedEvent.ts';

const halfAnHour = 30 * 60_000;

/** Some who send a visitor back in the middle of a visit. Enough for the histories here; the product knows more. */
const passingThrough = ['accounts.google.com', 'login.microsoftonline.com', 'checkout.stripe.com', 'www.paypal.com'];

/**
 * Section 7: the page events that begin a visit, by messageId.
 *
 * @param events one per messageId, in order
 * @param domains the workspace's own registrable domains
 */
export function visitStarts(events: readonly AcceptedEvent[], domains: readonly string[]): Set<string> {
  const starts = new Set<string>();
  const last = new Map<string, { timestamp: number; visit?: Page }>();
  for (const event of events) {
    const visitor = visitorOf(event);
    const before = last.get(visitor);
    let visit = before?.visit;
    if (event.type === 'page') {
      const page = event.page ?? { url: '', referrer: '', campaign: {} };
      const paused = before !== undefined && event.timestamp - before.timestamp >= halfAnHour;
      if (visit === undefined || paused || isOtherCampaign(page, visit) || isExternal(page, domains)) {
        starts.add(event.messageId);
        visit = page;
      }
    }
    last.set(visitor, visit === undefined ? { timestamp: event.timestamp } : { timestamp: event.timestamp, visit });
  }
  return starts;
}

/** A visitor is a browser, where one is known: two people at a shared laptop take turns in its visits. */
function visitorOf({ anonymousId, userId, email }: AcceptedEvent): string {
  if (anonymousId !== undefined) return `device ${anonymousId}`;
  return userId === undefined ? `email ${email}` : `user ${userId}`;
}

function isOtherCampaign(page: Page, visit: Page): boolean {
  return Object.entries(page.campaign).some(([name, value]) => visit.campaign[name] !== value);
}

function isExternal({ referrer, url }: Page, domains: readonly string[]): boolean {
  const from = hostOf(referrer);
  if (from === undefined || passingThrough.includes(from)) return false;
  const domain = registrableDomain(from);
  const here = hostOf(url);
  return !domains.includes(domain) && (here === undefined || domain !== registrableDomain(here));
}

function hostOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}

/** Only what the histories here need: the last two labels, three under `co.uk`. */
function registrableDomain(host: string): string {
  return host
    .split('.')
    .slice(host.endsWith('.co.uk') ? -3 : -2)
    .join('.');
}
