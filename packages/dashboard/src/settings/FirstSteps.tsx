import type { GroupSummary } from '@spectacle/server/answers';
import { Link } from '@tanstack/react-router';
import { Check } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { companyName } from '../companies/companyName.ts';
import { LivePulse } from '../live/LivePulse.tsx';
import { sendTestEvent } from '../live/sendTestEvent.ts';
import { useMay, useWorkspace } from '../session/session.ts';
import { Code } from '../ui/Code.tsx';

export interface FirstStepsProps {
  hasEvents: boolean;
  /** The first that was named. */
  company: GroupSummary | undefined;
}

const calls = `spectacle.identify('user_42', {
  email: 'ada@acme.com',
  name: 'Ada Lovelace',
});
spectacle.group('company_123', {
  name: 'Acme Inc.',
  website: 'acme.com',
  plan: 'enterprise',
});`;

/** The way from an empty workspace to the page of the first company; each step ticks itself off. */
export function FirstSteps({ hasEvents, company }: FirstStepsProps) {
  return (
    <ol aria-label="First steps" className="mt-6 divide-y rounded-lg border">
      <Step number={1} title="Send the first event" done={hasEvents} next>
        {hasEvents ? (
          'Events are arriving.'
        ) : (
          <>
            Paste the script below into the <code className="font-mono text-xs">&lt;head&gt;</code> of a page and open
            the page: an empty file on your disk will do.
            <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
              <LivePulse on label="Waiting for your first event …" />
              <TestEvent />
            </div>
          </>
        )}
      </Step>
      <Step number={2} title="Say who it is, and for which company" done={company !== undefined} next={hasEvents}>
        {company === undefined && (
          <>
            <p>
              Your product makes these two calls when somebody logs in. To try them now, open the console of the page
              with the script (F12), paste this, and press Enter; Chrome wants you to type <i>allow pasting</i> before.
              Without a page, the tab <i>curl</i> below does the same.
            </p>
            <div className="mt-2">
              <Code text={calls} />
            </div>
            {hasEvents && (
              <div className="mt-2">
                <LivePulse on label="Waiting for your first company …" />
              </div>
            )}
          </>
        )}
      </Step>
      <Step number={3} title="See the company" done={false} next={company !== undefined}>
        {company === undefined ? (
          'Its people, their visits before and after the log-in, and what brought them, on one page.'
        ) : (
          <Link
            to="/companies/$groupId"
            params={{ groupId: company.groupId }}
            className="mt-1 inline-flex h-8 max-w-full items-center rounded-md bg-accent px-3 font-medium text-on-accent hover:brightness-110"
          >
            <span className="truncate">Open {companyName(company)}</span>
          </Link>
        )}
      </Step>
    </ol>
  );
}

interface StepProps {
  number: number;
  title: string;
  done: boolean;
  /** The steps before it are done. */
  next: boolean;
  children: ReactNode;
}

function Step({ number, title, done, next, children }: StepProps) {
  return (
    <li className="flex gap-3 px-4 py-3.5 text-sm" aria-current={next && !done ? 'step' : undefined}>
      <span
        className={`num mt-px grid size-5 shrink-0 place-items-center rounded-full text-2xs font-medium ${done ? 'bg-good-soft text-good' : next ? 'bg-accent text-on-accent' : 'bg-active text-ink-2'}`}
      >
        {done ? <Check size={12} strokeWidth={2.5} aria-label="Done" /> : number}
      </span>
      <div className="min-w-0 flex-1" aria-live="polite">
        <p className={done ? 'text-ink-2' : 'font-medium'}>{title}</p>
        <div className="text-ink-2">{children}</div>
      </div>
    </li>
  );
}

/** For whoever has no page at hand. */
function TestEvent() {
  const { session } = useWorkspace();
  const may = useMay('change');
  const [state, setState] = useState<'ready' | 'sending' | 'failed'>('ready');
  if (!may) return null;
  return (
    <button
      type="button"
      disabled={state === 'sending'}
      className="text-xs font-medium text-accent-ink hover:underline"
      onClick={() => {
        setState('sending');
        sendTestEvent(session.workspaceId).then(
          () => setState('ready'),
          () => setState('failed'),
        );
      }}
    >
      {state === 'failed' ? 'It did not arrive. Try again' : 'No page at hand? Send a test event'}
    </button>
  );
}
