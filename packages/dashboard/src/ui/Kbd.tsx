export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-grid h-[18px] min-w-[18px] place-items-center rounded border border-line-strong bg-raised px-1 font-sans text-2xs text-ink-3">
      {children}
    </kbd>
  );
}
