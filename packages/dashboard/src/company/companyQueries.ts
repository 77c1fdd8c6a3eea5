import type { GroupSummary, MemberList, TraitHistory } from '@spectacle/server/answers';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** Where the API keeps one company, in the workspace at `path`. */
export function companyPath(path: string, groupId: string): string {
  return `${path}/groups/${encodeURIComponent(groupId)}`;
}

export function companyQuery(company: string) {
  return queryOptions({
    queryKey: ['company', company],
    queryFn: ({ signal }) => request<GroupSummary>(company, { signal }),
  });
}

/** Everybody who is in the company and everybody who was; a thousand of each, the API's largest page. */
export function membersQuery(company: string) {
  return queryOptions({
    queryKey: ['company', company, 'members'],
    queryFn: async ({ signal }) => {
      const [present, former] = await Promise.all([
        request<MemberList>(`${company}/members?limit=1000`, { signal }),
        request<MemberList>(`${company}/members?limit=1000&former=true`, { signal }),
      ]);
      return [...present.members, ...former.members];
    },
  });
}

export function traitHistoryQuery(company: string) {
  return queryOptions({
    queryKey: ['company', company, 'traits'],
    queryFn: ({ signal }) => request<TraitHistory>(`${company}/traits`, { signal }),
  });
}
