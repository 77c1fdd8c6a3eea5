import type { GroupSummary } from '@spectacle/server/answers';
import { traitLine } from '../display/traitText.ts';

/** What a company is called: its name, else its domain, else its id. */
export function companyName(group: Pick<GroupSummary, 'groupId' | 'special' | 'traits'>): string {
  return traitLine(group.special, 'name', 'domain') ?? traitLine(group.traits, 'name') ?? group.groupId;
}
