import type { ReactNode } from 'react';

export interface EmptyProps {
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  /** It stands for a whole page, so its title is the page's. */
  page?: boolean;
}

/** An empty state: what is missing, and what to do next. */
export function Empty({ icon, title, children, page = false }: EmptyProps) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className="mx-auto flex max-w-md flex-col items-center px-6 py-14 text-center">
      <span className="grid size-9 place-items-center rounded-lg bg-active text-ink-2">{icon}</span>
      <Title className="mt-3 font-medium">{title}</Title>
      <div className="mt-1 text-sm text-ink-2">{children}</div>
    </div>
  );
}
