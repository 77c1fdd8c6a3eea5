import type { PersonList } from '@spectacle/server/answers';
import { useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { dayKey } from '../display/time.ts';
import { useWorkspace } from '../session/session.ts';
import type { Days } from './days.ts';

/** The days of a range; of all time, those from the first that anybody was seen. Undefined while that is not known. */
export function useBeginning(days: Days | null, today: string): Days | undefined {
  const { path, settings } = useWorkspace();
  const first = useQuery({
    queryKey: ['beginning', path],
    enabled: days === null,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: async ({ signal }) => {
      const { people } = await request<PersonList>(`${path}/people?sort=firstSeen&limit=1`, { signal });
      return people[0]?.firstSeen ?? null;
    },
  });
  if (days) return days;
  if (first.data === undefined) return undefined;
  return { from: first.data === null ? today : dayKey(first.data, settings.timeZone), to: today };
}
