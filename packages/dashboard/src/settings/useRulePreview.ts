import type { ChannelRule, RulePreview } from '@spectacle/server/answers';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';

/** Milliseconds of rest before rules that are being typed are tried. */
const rest = 400;

/** What other channel rules would do to the visits so far; null while they are not complete. */
export function useRulePreview(rules: ChannelRule[] | null) {
  const { path } = useWorkspace();
  const text = rules === null ? null : JSON.stringify(rules);
  const [tried, setTried] = useState(text);
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setTried(text), rest);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: ['rule preview', path, tried],
    enabled: tried !== null,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      request<RulePreview>(`${path}/channelRules/preview`, {
        method: 'POST',
        body: { channelRules: JSON.parse(tried ?? '[]') },
        signal,
      }),
  });
}
