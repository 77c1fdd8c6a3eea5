import { type AcceptedEvent, compareText } from './acceptedEvent.ts';

export interface Identity {
  /** The person of an event: `user:…`, `email:…` or `anon:…`. */
  personOf(event: AcceptedEvent): string;
  /** The emails that are this person, sorted. */
  emailsOf(personId: string): string[];
  /** The devices that are this person, sorted. */
  anonymousIdsOf(personId: string): string[];
}

/**
 * Section 5. Each id belongs to one person, and only the first link counts: a device is the first user seen with it, else
 * the first email seen with it; an email is the first user that claimed it. So users are never merged.
 *
 * @param events one per messageId, in order
 */
export function identify(events: readonly AcceptedEvent[]): Identity {
  const userOfDevice = new Map<string, string>();
  const emailOfDevice = new Map<string, string>();
  const userOfEmail = new Map<string, string>();
  const devices = new Set<string>();
  const emails = new Set<string>();

  for (const { anonymousId, previousId, userId, email } of events) {
    for (const device of [anonymousId, previousId]) {
      if (device === undefined) continue;
      devices.add(device);
      if (userId !== undefined) setFirst(userOfDevice, device, userId);
    }
    if (email === undefined) continue;
    emails.add(email);
    if (anonymousId !== undefined) setFirst(emailOfDevice, anonymousId, email);
    if (userId !== undefined) setFirst(userOfEmail, email, userId);
  }

  const personOfEmail = (email: string): string => {
    const user = userOfEmail.get(email);
    return user === undefined ? `email:${email}` : `user:${user}`;
  };
  const personOfDevice = (device: string): string => {
    const user = userOfDevice.get(device);
    if (user !== undefined) return `user:${user}`;
    const email = emailOfDevice.get(device);
    return email === undefined ? `anon:${device}` : personOfEmail(email);
  };

  return {
    personOf({ messageId, userId, email, anonymousId }) {
      if (userId !== undefined) return `user:${userId}`;
      if (email !== undefined) return personOfEmail(email);
      if (anonymousId !== undefined) return personOfDevice(anonymousId);
      throw new Error(`Event ${messageId} names nobody. The collector refuses such events with missing_who.`);
    },
    emailsOf: (person) => [...emails].filter((email) => personOfEmail(email) === person).sort(compareText),
    anonymousIdsOf: (person) => [...devices].filter((device) => personOfDevice(device) === person).sort(compareText),
  };
}

function setFirst(map: Map<string, string>, key: string, value: string): void {
  if (!map.has(key)) map.set(key, value);
}
