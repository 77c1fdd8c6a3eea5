import type { Warning } from '@spectacle/protocol';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { getDomain } from 'tldts';

/** Special group traits in the form Spectacle shows, sorts and searches by; `null` where the call cleared the trait. */
export type SpecialTraits = Record<string, unknown>;

interface Normalised {
  special: SpecialTraits;
  warnings: Warning[];
}

/** A normaliser gives the normalised entries, or the warning when the value makes no sense. */
type Normaliser = (value: unknown) => SpecialTraits | Warning;

const text =
  (name: string): Normaliser =>
  (value) => {
    if (typeof value === 'string') return { [name]: value.trim() };
    // An object has no text: it may even have a "toString" that is none.
    return typeof value === 'object' ? {} : { [name]: String(value) };
  };

const normalisers: Record<string, Normaliser> = {
  name: text('name'),
  description: text('description'),
  industry: text('industry'),
  plan: text('plan'),
  avatar: text('avatar'),
  website: (value) => {
    const domain = typeof value === 'string' ? getDomain(value.trim().toLowerCase()) : null;
    if (domain) return { domain, website: (value as string).trim() };
    return {
      code: 'invalid_website',
      message: `website is not a URL or a domain: ${shown(value)}. Send "https://acme.com" or "acme.com".`,
    };
  },
  phone: (value) => {
    const typed = typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';
    const phone = parsePhoneNumberFromString(typed);
    if (phone?.isPossible()) return { phone: phone.number };
    // A national number cannot be told from a wrong one without its country: kept as typed.
    if (/^[\d\s()./-]{5,}$/.test(typed)) return { phone: typed };
    return {
      code: 'invalid_phone',
      message: `phone is not a phone number: ${shown(value)}. Send it with its country code: "+49 30 1234567".`,
    };
  },
  email: (value) => {
    const email = typeof value === 'string' ? value.trim().toLowerCase() : '';
    if (/^[^\s@]+@[^\s@]+$/.test(email)) return { email };
    return { code: 'invalid_email', message: `email is not an address: ${shown(value)}.` };
  },
  employees: (value) => {
    const range = employeeRange(value);
    if (range) return { employees: range.sort, employeesText: range.text };
    return {
      code: 'invalid_employees',
      message: `employees is neither a number nor a range: ${shown(value)}. Send 329 or "11-50".`,
    };
  },
  linkedInUrl: (value) => {
    const match =
      typeof value === 'string' ? /linkedin\.com\/(company|school|showcase|in)\/([^/?#\s]+)/i.exec(value) : null;
    if (match) return { linkedInUrl: `https://www.linkedin.com/${match[1]?.toLowerCase()}/${match[2]}` };
    return {
      code: 'invalid_linkedin_url',
      message: `linkedInUrl is not a LinkedIn page: ${shown(value)}. Send "https://www.linkedin.com/company/acme".`,
    };
  },
  address: (value) => ({ address: value }),
  createdAt: (value) => ({ createdAt: value }),
};

/** Other spellings that clients send, by the name we use. */
const spellings: Record<string, string> = {
  linkedinUrl: 'linkedInUrl',
  linkedin_url: 'linkedInUrl',
  created_at: 'createdAt',
};

/** What each special trait is called once normalised; all are cleared together. */
const outputs: Record<string, string[]> = { website: ['domain', 'website'], employees: ['employees', 'employeesText'] };

/**
 * Normalises the special traits among a group call's traits; custom traits are left to the caller.
 *
 * @example normaliseSpecialTraits({ website: 'https://www.acme.com/about', employees: '11-50' })
 * // { special: { domain: 'acme.com', website: 'https://www.acme.com/about', employees: 11, employeesText: '11–50' }, warnings: [] }
 */
export function normaliseSpecialTraits(traits: Record<string, unknown>): Normalised {
  const special: SpecialTraits = {};
  const warnings: Warning[] = [];
  for (const [sent, value] of Object.entries(traits)) {
    const name = Object.hasOwn(spellings, sent) ? (spellings[sent] ?? sent) : sent;
    const normalise = Object.hasOwn(normalisers, name) ? normalisers[name] : undefined;
    if (!normalise) continue;
    if (value === null || value === '') {
      for (const output of outputs[name] ?? [name]) special[output] = null;
      continue;
    }
    const result = normalise(value);
    if (isWarning(result)) warnings.push(result);
    else Object.assign(special, result);
  }
  return { special, warnings };
}

function isWarning(result: SpecialTraits | Warning): result is Warning {
  return typeof result.code === 'string' && typeof result.message === 'string';
}

/** A head count to sort by: the number, or the lower end of a range like "11-50", "1,000+", "51 to 200". */
function employeeRange(value: unknown): { sort: number; text: string } | undefined {
  if (typeof value === 'number')
    return value >= 0 && Number.isFinite(value) ? { sort: value, text: String(value) } : undefined;
  if (typeof value !== 'string') return undefined;
  const numbers = value.replace(/(\d)[,.' ](?=\d{3}\b)/g, '$1').match(/\d+/g);
  if (!numbers?.[0] || numbers.length > 2) return undefined;
  const [low, high] = numbers;
  if (!Number.isFinite(Number(low))) return undefined;
  return { sort: Number(low), text: high ? `${low}–${high}` : value.trim() };
}

function shown(value: unknown): string {
  return JSON.stringify(value)?.slice(0, 80) ?? String(value);
}
