import type { GroupList, Journey, PersonList } from '@spectacle/server/answers';
import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { companyName } from '../companies/companyName.ts';
import { dayKey } from '../display/time.ts';
import { personName } from '../people/personName.ts';
import { useWorkspace } from '../session/session.ts';
import { type Question, questionParams } from './attributionSearch.ts';
import { creditedJourney, type JourneyPart } from './creditedJourney.ts';

/** A company or person with what its journey adds to a row. */
export interface CreditedEntity extends JourneyPart {
  id: string;
  name: string;
}

interface Found {
  entities: CreditedEntity[];
  /** How many were looked at. */
  looked: number;
  /** How many there are to look at. */
  total: number;
  next: string | null;
}

/** Companies or people looked at in one go. */
const goSize = 60;
/** Journeys asked for at a time: the store answers them one after the other anyway. */
const atOnce = 4;

/**
 * Whose journeys a row is made of, those that paid most first. The API explains one journey at a time, so they are looked
 * through in goes. `key` is the value of the row; of a trait it narrows the list, and every visit counts.
 */
export function useJourneysBehind(question: Question, key: string) {
  const { path, settings } = useWorkspace();
  const trait = question.by.startsWith('traits.');
  return useInfiniteQuery({
    queryKey: ['journeys behind', path, questionParams(question).toString(), key],
    initialPageParam: '',
    staleTime: 60_000,
    queryFn: async ({ pageParam, signal }): Promise<Found> => {
      const params = new URLSearchParams({ sort: '-revenue', limit: String(goSize) });
      if (pageParam !== '') params.set('cursor', pageParam);
      if (question.level === 'group') {
        params.append('filter', 'lead exists');
        if (trait) params.append('filter', key === '(not set)' ? `${question.by} missing` : `${question.by} is ${key}`);
      } else params.append('filter', 'visits > 0');
      const list = await namesOf(path, question.level, params, signal);
      const entities: CreditedEntity[] = [];
      const waiting = [...list.named];
      const look = async () => {
        for (let each = waiting.shift(); each !== undefined; each = waiting.shift()) {
          const kind = question.level === 'group' ? 'groups' : 'people';
          const journey = await request<Journey>(`${path}/${kind}/${encodeURIComponent(each.id)}/journey`, { signal });
          const part = creditedJourney(journey, question, trait ? null : key, (time) =>
            dayKey(time, settings.timeZone),
          );
          if (part) entities.push({ ...each, ...part });
        }
      };
      await Promise.all(Array.from({ length: atOnce }, look));
      entities.sort((a, b) => b.revenue - a.revenue || b.lead - a.lead || (a.id < b.id ? -1 : 1));
      return { entities, looked: list.named.length, total: list.total, next: list.next };
    },
    getNextPageParam: (page) => page.next,
  });
}

async function namesOf(path: string, level: Question['level'], params: URLSearchParams, signal: AbortSignal) {
  if (level === 'group') {
    const { groups, total, next } = await request<GroupList>(`${path}/groups?${params}`, { signal });
    return { named: groups.map((group) => ({ id: group.groupId, name: companyName(group) })), total, next };
  }
  const { people, total, next } = await request<PersonList>(`${path}/people?${params}`, { signal });
  return { named: people.map((person) => ({ id: person.personId, name: personName(person) })), total, next };
}
