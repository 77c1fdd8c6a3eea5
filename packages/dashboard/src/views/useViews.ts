import type { View, ViewList, ViewPage } from '@spectacle/server/answers';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/request.ts';
import { useWorkspace } from '../session/session.ts';

/** The saved views of a list or report, kept on the server for everybody of the workspace. */
export function useViews(page: ViewPage) {
  const { path } = useWorkspace();
  const client = useQueryClient();
  const queryKey = ['views', path];
  const all = useQuery({
    queryKey,
    staleTime: 60_000,
    queryFn: ({ signal }) => request<ViewList>(`${path}/views`, { signal }),
  });
  const address = (name: string) => `${path}/views/${page}/${encodeURIComponent(name)}`;
  const onSuccess = () => client.invalidateQueries({ queryKey });
  const save = useMutation({
    mutationFn: ({ name, search }: Pick<View, 'name' | 'search'>) =>
      request<View>(address(name), { method: 'PUT', body: { search } }),
    onSuccess,
  });
  const remove = useMutation({ mutationFn: (name: string) => request(address(name), { method: 'DELETE' }), onSuccess });
  return { views: all.data?.views.filter((view) => view.page === page) ?? [], save, remove };
}
