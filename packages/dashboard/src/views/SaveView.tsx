import type { View } from '@spectacle/server/answers';
import { useState } from 'react';
import { Button } from '../ui/Button.tsx';
import type { useViews } from './useViews.ts';

export interface SaveViewProps {
  kept: ReturnType<typeof useViews>;
  search: string;
  saved: (view: View) => void;
}

/** Gives what is shown a name. */
export function SaveView({ kept: { views, save }, search, saved }: SaveViewProps) {
  const [name, setName] = useState('');
  const wanted = name.trim();
  return (
    <form
      className="flex flex-col gap-2 p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (wanted !== '') save.mutate({ name: wanted, search }, { onSuccess: saved });
      }}
    >
      <input
        aria-label="Name of the view"
        // biome-ignore lint/a11y/noAutofocus: the form opens to be typed into
        autoFocus
        className="field"
        maxLength={100}
        placeholder="Enterprise in EMEA"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" tone="accent" disabled={wanted === '' || save.isPending}>
        {views.some((view) => view.name === wanted) ? 'Replace the view' : 'Save view'}
      </Button>
      {save.error ? (
        <p role="alert" className="text-xs text-bad">
          {save.error.message}
        </p>
      ) : (
        <p className="text-xs text-ink-3">For everybody of the workspace.</p>
      )}
    </form>
  );
}
