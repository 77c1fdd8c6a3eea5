import type { ReactNode } from 'react';

/**
 * Parts of a sentence with dots between them; the empty ones are left out. Where it wraps, the dot in front of a line is cut
 * off: each part has one at its left, and that of the first in a line lies outside.
 */
export function Dotted({ parts, className = '' }: { parts: ReactNode[]; className?: string }) {
  return (
    <p className={`overflow-clip [overflow-clip-margin:4px] ${className}`}>
      <span className="-ml-[15px] flex flex-wrap items-center gap-y-0.5">
        {parts
          .filter((part) => part !== null && part !== false && part !== '')
          .map((part, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of parts
              key={index}
              className="relative min-w-0 pl-[15px] break-words before:absolute before:left-[5px] before:text-ink-3 before:content-['·']"
            >
              {part}{' '}
            </span>
          ))}
      </span>
    </p>
  );
}
