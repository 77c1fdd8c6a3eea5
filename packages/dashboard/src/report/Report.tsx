import type { ReactNode } from 'react';
import { TableSkeleton } from '../table/TableSkeleton.tsx';
import { Failure } from '../ui/Failure.tsx';

export interface ReportProps<Answer> {
  query: { data: Answer | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => unknown };
  children: (answer: Answer) => ReactNode;
}

/** The answer of a report once it is there; until then its shape, and in words if it cannot be had. */
export function Report<Answer>({ query, children }: ReportProps<Answer>) {
  if (query.error) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return <TableSkeleton rows={10} />;
  return (
    <div className={`border-t transition-opacity duration-100 ${query.isPlaceholderData ? 'opacity-60' : ''}`}>
      {children(query.data)}
    </div>
  );
}
