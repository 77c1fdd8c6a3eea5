import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { LabelledField } from '../session/LabelledField.tsx';
import { sessionQuery } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';

/** What the others of the team call somebody. */
export function NameForm({ known }: { known: string }) {
  const [name, setName] = useState(known);
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => request('/api/account', { method: 'PATCH', body: { name } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: sessionQuery.queryKey });
      await client.invalidateQueries({ queryKey: ['team'] });
    },
  });
  return (
    <form
      className="flex max-w-sm items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate();
      }}
    >
      <div className="flex-1">
        <LabelledField label="Your name" autoComplete="name" maxLength={100} value={name} set={setName} />
        {change.error && (
          <p role="alert" className="mt-1 text-xs text-bad">
            {change.error.message}
          </p>
        )}
      </div>
      {name.trim() !== known && (
        <Button type="submit" disabled={change.isPending}>
          Save
        </Button>
      )}
    </form>
  );
}
