import { safeUrl } from '../display/safeUrl.ts';
import { exactTime, shortDate } from '../display/time.ts';
import { traitText } from '../display/traitText.ts';
import { useWorkspace } from '../session/session.ts';

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
const address = /^(https?:\/\/|www\.)\S+$/i;

/** A trait's value: an address as a link, a moment as a date, everything else as text. */
export function TraitValue({ value }: { value: unknown }) {
  const { timeZone } = useWorkspace().settings;
  const text = traitText(value);
  if (typeof value === 'string' && moment.test(value) && !Number.isNaN(Date.parse(value))) {
    return <span title={exactTime(value, timeZone)}>{shortDate(value, timeZone)}</span>;
  }
  const url = address.test(text) ? safeUrl(text) : null;
  if (!url) return <>{text}</>;
  return (
    <a href={url} target="_blank" rel="noreferrer noopener" className="hover:underline">
      {text.replace(/^https?:\/\/(www\.)?/i, '')}
    </a>
  );
}
