/** Carries the anonymousId from one own domain to another: `sp__link=<anonymousId>~<epoch milliseconds>`. */
const parameter = 'sp__link';
/** Milliseconds that a link is good for: enough for a slow page, too short to be shared. Both ends run on one clock. */
const lifetime = 120_000;

/** Takes the link parameter out of the page's address, and returns the anonymousId in it if it is fresh. */
export function takeLinkedId(): string | undefined {
  // Taking an address apart is slow for something that most pages do not need.
  if (!location.search.includes(parameter)) return undefined;
  const address = new URL(location.href);
  const [id, time] = `${address.searchParams.get(parameter)}`.split('~');
  address.searchParams.delete(parameter);
  history.replaceState(history.state, '', address);
  return Date.now() - Number(time) < lifetime ? id : undefined;
}

/** Adds the link parameter to links that lead to another of the domains, at the moment they are followed. */
export function decorateLinks(domains: readonly string[], anonymousId: () => string | undefined): void {
  const decorate = ({ target }: Event) => {
    const link = (target as Element).closest?.<HTMLAnchorElement>('a[href]');
    const id = anonymousId();
    const within = (host: string, domain: string) => `.${host}`.endsWith(`.${domain}`);
    if (link && id && domains.some((one) => within(link.hostname, one) && !within(location.hostname, one))) {
      const address = new URL(link.href);
      address.searchParams.set(parameter, `${id}~${Date.now()}`);
      link.href = address.href;
    }
  };
  // The first comes before a middle click or the context menu, the second with the keyboard.
  for (const event of ['mousedown', 'click']) addEventListener(event, decorate, true);
}
