import type { WorkspaceSettings } from './settings.ts';

const currencies = new Set(Intl.supportedValuesOf('currency'));

/** What a schema cannot say of settings that are to be changed: a sentence for whoever sent them, or undefined if all is well. */
export function settingsFault({ currency, timeZone, channelRules }: Partial<WorkspaceSettings>): string | undefined {
  if (currency !== undefined && !currencies.has(currency)) {
    return `currency is no ISO 4217 code: "${currency.slice(0, 50)}". Send EUR.`;
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    return `timeZone is no name of the IANA database: "${timeZone.slice(0, 50)}". Send Europe/Berlin.`;
  }
  for (const [i, { channel, when }] of (channelRules ?? []).entries()) {
    const rule = `channelRules[${i}]`;
    if (channel.trim() === '') return `${rule} names no channel.`;
    for (const { field, operator, value = '' } of when) {
      if (value.trim() === '' && operator !== 'exists' && operator !== 'missing') {
        return `${rule} does not say what ${field} is compared with. Send a value, or the operator "exists" or "missing".`;
      }
    }
  }
  return undefined;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // ClickHouse knows names and no offsets.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}
