import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../api/request.ts';

/** The answer of a report. While another question is on its way the answer before stays in sight. */
export function useReport<Answer>(address: string, enabled = true) {
  return useQuery({
    queryKey: ['report', address],
    queryFn: ({ signal }) => request<Answer>(address, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}
