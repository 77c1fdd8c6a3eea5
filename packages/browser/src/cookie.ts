import { attempt } from './attempt.ts';

/** Seconds: browsers cap a cookie's life at 400 days, Safari those set by scripts at 7. */
const maxAge = 365 * 86_400;

/** The value of a cookie of this page, decoded. */
export function readCookie(name: string): string | undefined {
  const value = attempt(() => document.cookie)
    ?.split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1);
  // Cookies of others need not be encoded, nor decodable.
  return value && (attempt(() => decodeURIComponent(value)) ?? value);
}

/** Sets a cookie on a domain (`''`: this host only), or removes it. */
export function writeCookie(name: string, value: string | undefined, domain: string): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is asynchronous and not everywhere
  document.cookie =
    `${name}=${encodeURIComponent(value ?? '')}; path=/; SameSite=Lax; max-age=${value ? maxAge : 0}` +
    (domain && `; domain=${domain}`) +
    (location.protocol === 'https:' ? '; Secure' : '');
}

/**
 * The widest domain on which this page may set cookies: `example.com` on `www.example.com`, `example.co.uk` on
 * `www.example.co.uk`. Found by trying, because only the browser knows the public suffixes; `''` if none accepts.
 */
export function widestDomain(): string {
  const labels = location.hostname.split('.');
  for (let count = 2; count <= labels.length; count++) {
    const domain = labels.slice(-count).join('.');
    writeCookie('sp__probe', '1', domain);
    const accepted = readCookie('sp__probe');
    writeCookie('sp__probe', undefined, domain);
    if (accepted) return domain;
  }
  return '';
}
