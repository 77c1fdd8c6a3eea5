import { Fragment, type ReactNode } from 'react';

/** Parts of a sentence with dots between them; the empty ones are left out. */
export function Dotted({ parts }: { parts: ReactNode[] }) {
  return parts
    .filter((part) => part !== null && part !== false && part !== '')
    .map((part, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of parts
      <Fragment key={index}>
        {index > 0 && <span className="text-ink-3">·</span>}
        <span>{part}</span>
      </Fragment>
    ));
}
