/** The product's mark: a pair of spectacles. */
export function Mark({ className = 'size-5' }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" className={className} aria-hidden="true">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" className="stroke-on-accent" strokeWidth="2.6" strokeLinecap="round">
        <circle cx="10.5" cy="17.5" r="4.2" />
        <circle cx="21.5" cy="17.5" r="4.2" />
        <path d="M14.4 16.2q1.6-1.5 3.2 0" />
      </g>
    </svg>
  );
}
