import { Button } from '../ui/Button.tsx';

interface SaveBarProps {
  /** Something differs from what is saved. */
  changed: boolean;
  /** What differs may be saved. */
  ready: boolean;
  saving: { isPending: boolean; isSuccess: boolean; error: Error | null };
  /** Said when it is saved. */
  saved: string;
  discard: () => void;
  /** Left out where the bar stands in a form, which saves by being submitted. */
  save?: () => void;
  className?: string;
}

/** The end of a page of settings that is saved as a whole: it stays in sight and says what became of the last try. */
export function SaveBar({ changed, ready, saving, saved, discard, save, className = '' }: SaveBarProps) {
  return (
    <div className={`sticky bottom-0 flex items-center gap-3 border-t bg-page py-4 ${className}`}>
      <Button
        type={save ? 'button' : 'submit'}
        tone="accent"
        disabled={!changed || !ready || saving.isPending}
        onClick={save}
      >
        {saving.isPending ? 'Saving …' : 'Save'}
      </Button>
      {changed && (
        <Button tone="quiet" onClick={discard}>
          Discard
        </Button>
      )}
      <p role="status" className="text-sm text-ink-2">
        {saving.error ? (
          <span className="text-bad">{saving.error.message}</span>
        ) : saving.isSuccess && !changed ? (
          saved
        ) : (
          ''
        )}
      </p>
    </div>
  );
}
