import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { addDays, type Days } from '../range/days.ts';
import { TwoDays } from '../range/RangeChoice.tsx';
import { useToday } from '../range/useToday.ts';
import { Button } from '../ui/Button.tsx';
import { Pop } from '../ui/Pop.tsx';

/** Removes what ads cost on some days, for a file that was wrong. */
export function RemoveSpend({ path }: { path: string }) {
  return (
    <Pop
      label="Remove ad spend"
      align="end"
      className="w-80"
      trigger={
        <Button size="small" tone="quiet">
          Remove …
        </Button>
      }
    >
      {(close) => <RemoveForm path={path} close={close} />}
    </Pop>
  );
}

function RemoveForm({ path, close }: { path: string; close: () => void }) {
  const today = useToday();
  const [days, setDays] = useState<Days>({ from: addDays(today, -29), to: today });
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () => request(`${path}/spend?from=${days.from}&to=${days.to}`, { method: 'DELETE' }),
    onSuccess: async () => {
      close();
      await client.invalidateQueries({ queryKey: ['spend'] });
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
      <p className="mb-2 text-sm">Remove all ad spend of these days?</p>
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
