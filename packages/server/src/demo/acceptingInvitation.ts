import type { Company } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { second } from './duration.ts';
import type { EventWriter } from './eventWriter.ts';
import type { Person } from './person.ts';
import { appOrigin } from './sitePages.ts';

const page = { path: '/invite', title: 'Join your team · Lumenboard', origin: appOrigin };
const arrival = {
  kind: 'newsletter',
  referrer: '',
  campaign: { source: 'product', medium: 'email', name: 'team-invite' },
  search: '?utm_source=product&utm_medium=email&utm_campaign=team-invite',
} as const;

/** A colleague opens the mail with the invitation and becomes a member of the company. */
export function acceptingInvitation(person: Person, company: Company, write: EventWriter, at: number): DemoEvent[] {
  const { random, laptop: browser, userId, traits } = person;
  const { place, groupId, name } = company;
  const opened = write.page({ at, place, browser }, page, { referrer: '', arrival });
  const accepted = at + random.integer(30, 90) * second;
  const after = (milliseconds: number) => ({ at: accepted + milliseconds, place, browser, userId });
  // Some products name the company along with the user, which says the same as a group call.
  const joined = random.chance(0.15)
    ? [write.identify(after(0), { ...traits, companyId: groupId, companyName: name })]
    : [write.identify(after(0), traits), write.group(after(second), groupId, { name })];
  return [opened, ...joined, write.track(after(2 * second), 'Invitation Accepted')];
}
