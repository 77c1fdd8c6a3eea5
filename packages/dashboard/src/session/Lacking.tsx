import type { Right } from '@spectacle/server/answers';
import { Lock } from 'lucide-react';
import { useMay, useWorkspace } from './session.ts';

/** Says why something cannot be done here, and who can do it. Nothing for those who can. */
export function Lacking({ right, what }: { right: Exclude<Right, 'read'>; what: string }) {
  const { session } = useWorkspace();
  if (useMay(right)) return null;
  const who = right === 'administer' ? 'Owners' : 'Members and owners';
  return (
    <p className="mt-4 flex gap-2 rounded-md bg-side px-3 py-2 text-sm text-ink-2">
      <Lock size={14} aria-hidden="true" className="mt-[3px] shrink-0" />
      <span>
        {who} of the workspace can {what}; {session.account ? 'you are' : 'this token is as good as'} a {session.role}.
      </span>
    </p>
  );
}
