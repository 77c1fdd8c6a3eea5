import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { addDays, type Days } from '../range/days.ts';
import { TwoDays } from '../range/RangeChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';

export interface RemoveDaysProps {
  /** Where the API keeps them. */
  path: string;
  /** "ad spend", "exchange rates". */
  what: string;
  /** The first part of the keys of what is to be asked again. */
  changes: string;
}

/** Removes what was sent of some days, for a file that was wrong. */
export function RemoveDays(props: RemoveDaysProps) {
  return (
    <Pop
      label={`Remove ${props.what}`}
      align="end"
      className="w-80"
      trigger={
        <Button size="small" tone="quiet">
          Remove …
        </Button>
      }
    >
      {(close) => <RemoveForm {...props} close={close} />}
    </Pop>
  );
}

function RemoveForm({ path, what, changes, close }: RemoveDaysProps & { close: () => void }) {
  const today = useToday();
  const [days, setDays] = useState<Days>({ from: addDays(today, -29), to: today });
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => request(`${path}?from=${days.from}&to=${days.to}`, { method: 'DELETE' }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: [changes] });
      await client.invalidateQueries({ queryKey: ['report'] });
    },
  });
  return (
    <form
      className="p-3"
      onSubmit={(event) => {
        event.preventDefault();
        remove.mutate();
      }}
    >
      <p className="mb-2 text-sm">Remove all {what} of these days?</p>
      <TwoDays days={days} of=" to remove" set={setDays} />
      {remove.error && (
        <p role="alert" className="mt-2 text-xs text-bad">
          {remove.error.message}
        </p>
      )}
      <div className="mt-3 flex justify-end gap-1">
        <Button size="small" tone="quiet" onClick={close}>
          Keep it
        </Button>
        <Button size="small" type="submit" tone="danger" disabled={remove.isPending}>
          Remove
        </Button>
      </div>
    </form>
  );
}
