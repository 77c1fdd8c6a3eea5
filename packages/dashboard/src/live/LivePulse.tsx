/** A dot that breathes while something is awaited or listened to. */
export function LivePulse({ on, label }: { on: boolean; label: string }) {
  return (
    <span role="status" className="inline-flex items-center gap-2 text-xs text-ink-2">
      <span className="relative grid size-2 place-items-center">
        {on && (
          <span className="absolute size-2 animate-[ring_1.6s_ease-out_infinite] rounded-full bg-good opacity-50" />
        )}
        <span className={`relative size-2 rounded-full ${on ? 'bg-good' : 'bg-ink-3'}`} />
      </span>
      {label}
    </span>
  );
}
