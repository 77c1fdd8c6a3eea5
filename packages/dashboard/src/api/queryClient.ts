import { QueryCache, QueryClient } from '@tanstack/react-query';
import { RequestError } from './request.ts';

/** 4xx answers stay what they are; only failures that may pass are tried again. */
function mayPass(error: unknown): boolean {
  return !(error instanceof RequestError) || error.status === 0 || error.status === 429 || error.status >= 500;
}

/** The app's only cache. A session that has ended shows up as 401 anywhere and brings the login back. */
export function createQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => mayPass(error) && failures < 2,
        refetchOnWindowFocus: true,
      },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (error instanceof RequestError && error.status === 401 && query.queryKey[0] !== 'session') {
          void client.resetQueries({ queryKey: ['session'] });
        }
      },
    }),
  });
  return client;
}
