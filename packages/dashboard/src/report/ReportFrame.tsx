import type { ViewPage } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { Radio } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWorkspace } from '../session/session.ts';
import { useTitle } from '../shell/useTitle.ts';
import { Empty } from '../ui/Empty.tsx';
import { ViewMenu } from '../views/ViewMenu.tsx';

export interface ReportFrameProps {
  title: string;
  /** What its saved views are kept under. */
  page: ViewPage;
  /** What can be done with the report as a whole, at the right of its title. */
  actions?: ReactNode;
  /** The question: what is counted, of whom, when. */
  controls: ReactNode;
  /** The answer in one sentence. */
  answer: ReactNode;
  children: ReactNode;
}

/** A report: its question in a row of controls, its answer in a sentence, then the picture and the numbers. */
export function ReportFrame({ title, page, actions, controls, answer, children }: ReportFrameProps) {
  useTitle(title);
  const { hasEvents } = useWorkspace().session;
  return (
    <div className="flex h-full flex-col">
      <header className="flex h-12 shrink-0 items-center gap-3 border-b px-4">
        <h1 className="font-semibold">{title}</h1>
        <div className="ml-auto flex min-w-0 items-center gap-1">
          <ViewMenu page={page} />
          {actions}
        </div>
      </header>
      {hasEvents ? (
        <div className="min-h-0 flex-1 overflow-auto" data-page-scroller>
          <p aria-live="polite" className="min-h-7 px-4 pt-4 text-lg leading-7 font-medium tracking-tight text-pretty">
            {answer}
          </p>
          <fieldset aria-label="The question" className="flex flex-wrap items-center gap-1.5 px-4 pt-3 pb-4">
            {controls}
          </fieldset>
          {children}
        </div>
      ) : (
        <Empty icon={<Radio size={18} />} title="No event yet">
          Reports answer from the events of your site and product.{' '}
          <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
            Go there in three steps
          </Link>
        </Empty>
      )}
    </div>
  );
}
