import { useWorkspace } from '../session/session.ts';
import { ago, exactTime, shortDate } from './time.ts';

/** A moment: relative for reading, exact in the workspace's time zone on hover. */
export function When({ time, as = 'ago', className = '' }: { time: string; as?: 'ago' | 'date'; className?: string }) {
  const { timeZone } = useWorkspace().settings;
  return (
    <time dateTime={time} title={exactTime(time, timeZone)} className={`num whitespace-nowrap ${className}`}>
      {as === 'ago' ? ago(time, Date.now()) : shortDate(time, timeZone)}
    </time>
  );
}
