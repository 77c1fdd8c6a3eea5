import { CloudOff, Lock, SearchX } from 'lucide-react';
import type { ReactNode } from 'react';
import { RequestError } from '../api/request.ts';
import { Button } from './Button.tsx';

interface Words {
  icon: ReactNode;
  title: string;
  text: string;
}

/** What happened, and what still works, in words. */
function wordsOf(error: Error): Words {
  const status = error instanceof RequestError ? error.status : -1;
  const text = error.message;
  if (status === 403) return { icon: <Lock size={18} />, title: 'This is not open to you', text };
  if (status === 404) return { icon: <SearchX size={18} />, title: 'Nothing here', text };
  if (status === 0) return { icon: <CloudOff size={18} />, title: 'The server cannot be reached', text };
  if (status === 503) {
    return { icon: <CloudOff size={18} />, title: 'The store is not available', text: `${text} Nothing is lost.` };
  }
  return { icon: <CloudOff size={18} />, title: 'This could not be loaded', text };
}

export interface FailureProps {
  error: Error;
  retry?: () => void;
  /** It stands for a whole page, so its title is the page's. */
  page?: boolean;
}

export function Failure({ error, retry, page = false }: FailureProps) {
  const Title = page ? 'h1' : 'p';
  const words = wordsOf(error);
  return (
    <div role="alert" className="mx-auto flex max-w-sm flex-col items-center p-8 text-center">
      <span className="grid size-9 place-items-center rounded-lg bg-active text-ink-2">{words.icon}</span>
      <Title className="mt-3 font-medium">{words.title}</Title>
      <p className="mt-1 text-sm text-ink-2">{words.text}</p>
      {retry && (
        <Button className="mt-4" onClick={retry}>
          Try again
        </Button>
      )}
    </div>
  );
}
