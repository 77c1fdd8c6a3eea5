const widths = ['w-40', 'w-28', 'w-36', 'w-32', 'w-44', 'w-24'];

/** A table that is on its way, in its own shape. */
export function TableSkeleton({ rows = 18 }: { rows?: number }) {
  return (
    <div role="status" aria-label="Loading" className="overflow-hidden">
      <div className="h-8 border-b" />
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows that are all the same
        <div key={row} className="flex h-9 items-center gap-4 border-b px-3">
          <span className="skeleton size-5 rounded-md" />
          <span className={`skeleton h-3 ${widths[row % widths.length]}`} />
          <span className="skeleton ml-auto h-3 w-16 max-md:hidden" />
          <span className="skeleton h-3 w-20 max-md:hidden" />
          <span className="skeleton h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
