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

/** Everybody who is or was in the company, up to the API's largest page. */
export function membersQuery(company: string) {
  return queryOptions({
    queryKey: ['company', company, 'members'],
    queryFn: ({ signal }) => request<MemberList>(`${company}/members?former=true&limit=200`, { signal }),
  });
}

export function traitHistoryQuery(company: string) {
  return queryOptions({
    queryKey: ['company', company, 'traits'],
    queryFn: ({ signal }) => request<TraitHistory>(`${company}/traits`, { signal }),
  });
}
