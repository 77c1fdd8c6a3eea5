import { useTitle } from '../shell/useTitle.ts';
import { Button } from '../ui/Button.tsx';
import { Entrance } from './Entrance.tsx';
import { useLogOut } from './useLogOut.ts';

/** For somebody who was taken out of the last workspace: there is nothing to show, and it is not a fault. */
export function NoWorkspace({ error }: { error: Error }) {
  const logOut = useLogOut();
  useTitle('No workspace');
  return (
    <Entrance title="No workspace is open to you" lead={error.message}>
      <Button className="mt-5" disabled={logOut.isPending} onClick={() => logOut.mutate()}>
        Log out
      </Button>
    </Entrance>
  );
}
