import type { EventPattern } from '@spectacle/server/answers';
import { Command } from 'cmdk';
import { useState } from 'react';
import { count } from '../display/count.ts';
import { EventIcon } from '../timeline/EventIcon.tsx';
import { PickerInput } from '../ui/PickerInput.tsx';
import { Pop } from '../ui/Pop.tsx';
import { patternLabel, writePattern } from './eventPattern.ts';
import { useNames } from './useNames.ts';

export interface EventPickerProps {
  /** What is picked, for screen readers: "Step 1", "Event". */
  label: string;
  value: EventPattern;
  set: (pattern: EventPattern) => void;
}

const general: EventPattern[] = [
  { type: '', name: '' },
  { type: 'page', name: '' },
  { type: 'identify', name: '' },
  { type: 'group', name: '' },
  { type: 'track', name: '' },
];

/** An event picked from what was seen, or typed; a name that ends in * means all that begin so. */
export function EventPicker({ label, value, set }: EventPickerProps) {
  return (
    <Pop
      label={`${label}: pick an event`}
      className="w-80"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 max-w-64 min-w-0 items-center gap-1.5 rounded-md border bg-raised px-2 text-xs font-medium hover:bg-hover"
        >
          <span className="sr-only">{label}: </span>
          <span aria-hidden="true" className="shrink-0">
            <EventIcon type={value.type} />
          </span>
          <span className="truncate">{patternLabel(value)}</span>
        </button>
      }
    >
      {(close) => (
        <Picking
          pick={(pattern) => {
            set(pattern);
            close();
          }}
        />
      )}
    </Pop>
  );
}

function Picking({ pick }: { pick: (pattern: EventPattern) => void }) {
  const [text, setText] = useState('');
  const names = useNames();
  const wanted = text.trim();
  const item = 'flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-active';
  const typed: EventPattern | null =
    wanted === '' ? null : wanted.startsWith('/') ? { type: 'page', name: wanted } : { type: 'track', name: wanted };
  return (
    // Names that come after somebody began to type are looked through from the start: Enter must not pick what was typed so far.
    <Command key={names.status} label="Event" loop filter={matches}>
      <PickerInput text={text} setText={setText} placeholder="Event, or /docs/*" />
      <Command.List className="max-h-80 overflow-auto p-1">
        {names.data?.events
          .filter(({ name }) => name !== '')
          .map((event) => (
            <Command.Item
              key={writePattern(event)}
              value={writePattern(event)}
              onSelect={() => pick({ type: event.type, name: event.name })}
              className={item}
            >
              <EventIcon type={event.type} />
              <span className="min-w-0 flex-1 truncate">{event.name}</span>
              <span className="num text-xs text-ink-3">{count(event.events)}</span>
            </Command.Item>
          ))}
        {general.map((pattern) => (
          <Command.Item
            key={writePattern(pattern)}
            value={`general ${patternLabel(pattern)}`}
            onSelect={() => pick(pattern)}
            className={item}
          >
            <EventIcon type={pattern.type} />
            <span className="first-letter:uppercase">{patternLabel(pattern)}</span>
          </Command.Item>
        ))}
        {typed && (
          <Command.Item forceMount value={`typed ${wanted}`} onSelect={() => pick(typed)} className={item}>
            <EventIcon type={typed.type} />
            <span className="truncate">
              {typed.type === 'page' ? 'Page ' : 'Event '}
              <b className="font-medium">{wanted}</b>
            </span>
          </Command.Item>
        )}
        {names.error && <p className="px-2 py-3 text-xs text-ink-3">The names could not be loaded. Type one.</p>}
      </Command.List>
    </Command>
  );
}

/** What contains the text, in the order of the list; what was typed as it stands comes last. */
function matches(value: string, text: string): number {
  if (value.startsWith('typed ')) return 0.001;
  return value.toLowerCase().includes(text.trim().toLowerCase()) ? 1 : 0;
}
