import { Link } from '@tanstack/react-router';
import { Drawer } from '../ui/Drawer.tsx';

/** What "Unattributed" is made of, and how it gets smaller. */
export function UnattributedHint({ windowDays, close }: { windowDays: number; close: () => void }) {
  return (
    <Drawer label="Unattributed" close={close}>
      <div className="overflow-auto px-4 pt-3.5 pb-6 text-sm">
        <h2 className="pr-10 text-base font-semibold">Unattributed</h2>
        <p className="mt-1 text-ink-2">
          Leads and revenue without a visit that could have earned them. They stay in the report, so that it adds up.
        </p>
        <h3 className="mt-5 text-xs font-semibold">What makes it smaller</h3>
        <ul className="mt-2 flex list-disc flex-col gap-2 pl-4 text-ink-2">
          <li>
            A longer attribution window: visits count for {windowDays} days before the cut-off. <Settings />
          </li>
          <li>
            Cut-off events that happen. Revenue of a company that never reached one belongs to no journey. <Settings />
          </li>
          <li>
            The script on every page, also where people sign up, so that the browser that came by an ad is the one that
            says who it is.{' '}
            <Link to="/settings/installation" className="text-accent-ink underline underline-offset-2">
              Installation
            </Link>
          </li>
          <li>
            A company with every payment: a payment of a person without a company is nobody’s at company level. Call{' '}
            <code className="font-mono text-xs">spectacle.group(…)</code> when they log in.
          </li>
        </ul>
      </div>
    </Drawer>
  );
}

function Settings() {
  return (
    <Link to="/settings/workspace" className="text-accent-ink underline underline-offset-2">
      Settings
    </Link>
  );
}
