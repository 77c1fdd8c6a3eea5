import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { LabelledField } from '../session/LabelledField.tsx';
import { Button } from '../ui/Button.tsx';

/** Another password; whoever knew the old one is logged out. */
export function PasswordForm({ email }: { email: string }) {
  const [password, setPassword] = useState('');
  const [newPassword, setNewPassword] = useState('');
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: () => request('/api/account', { method: 'PATCH', body: { password, newPassword } }),
    onSuccess: async () => {
      setPassword('');
      setNewPassword('');
      await client.invalidateQueries({ queryKey: ['sessions'] });
    },
  });
  return (
    <section className="mt-8">
      <h2 className="text-sm font-semibold">Password</h2>
      <p className="mt-0.5 text-xs text-ink-3">Changing it logs you out everywhere else.</p>
      <form
        className="max-w-sm"
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate();
        }}
      >
        <input type="hidden" autoComplete="username" name="email" value={email} />
        <LabelledField
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
          value={password}
          set={setPassword}
        />
        <LabelledField
          label="New password"
          type="password"
          autoComplete="new-password"
          required
          value={newPassword}
          set={setNewPassword}
          hint="At least 12 characters."
        />
        <div className="mt-4 flex items-center gap-3">
          <Button type="submit" disabled={change.isPending}>
            {change.isPending ? 'Changing …' : 'Change the password'}
          </Button>
          <p role="status" className="text-sm">
            {change.error ? (
              <span className="text-bad">{change.error.message}</span>
            ) : change.isSuccess && password === '' ? (
              'Changed.'
            ) : (
              ''
            )}
          </p>
        </div>
      </form>
    </section>
  );
}
