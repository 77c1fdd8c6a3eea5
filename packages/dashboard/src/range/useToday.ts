import { dayKey } from '../display/time.ts';
import { useWorkspace } from '../session/session.ts';

/** Today in the workspace's time zone, "2026-03-31". */
export function useToday(): string {
  const { settings } = useWorkspace();
  return dayKey(Date.now(), settings.timeZone);
}
