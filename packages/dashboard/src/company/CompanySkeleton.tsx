/** The company page on its way: header, journey, people. */
export function CompanySkeleton() {
  return (
    <div role="status" aria-label="Loading" className="p-4">
      <div className="mt-8 flex items-center gap-3.5">
        <span className="skeleton size-11 rounded-xl" />
        <span className="flex flex-col gap-2">
          <span className="skeleton h-5 w-48" />
          <span className="skeleton h-3 w-72 max-w-[50vw]" />
        </span>
      </div>
      <div className="skeleton mt-6 h-3 w-[min(560px,100%)]" />
      <div className="skeleton mt-8 h-56 w-full" />
      {['a', 'b', 'c', 'd'].map((row) => (
        <div key={row} className="flex h-9 items-center gap-3 border-b">
          <span className="skeleton size-2.5 rounded-full" />
          <span className="skeleton h-3 w-40" />
          <span className="skeleton ml-auto h-3 w-24" />
        </div>
      ))}
    </div>
  );
}
