import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { Failure } from '../ui/Failure.tsx';

/** Catches what a page throws, so that the navigation stays usable. */
export function RouteFailure({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  return (
    <Failure
      page
      error={error instanceof Error ? error : new Error(String(error))}
      retry={() => {
        reset();
        void router.invalidate();
      }}
    />
  );
}
