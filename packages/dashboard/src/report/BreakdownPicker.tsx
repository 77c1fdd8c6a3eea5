import { Command } from 'cmdk';
import { Braces, Building2, ChevronDown, type LucideIcon, Route } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { PickerInput } from '../ui/PickerInput.tsx';
import { Pop } from '../ui/Pop.tsx';
import { breakdownLabel } from './breakdownLabel.ts';
import { useNames } from './useNames.ts';

export interface BreakdownPickerProps {
  /** channel, source, medium, campaign, country, `traits.<key>` or `properties.<key>`; undefined: not broken down. */
  by: string | undefined;
  set: (by: string | undefined) => void;
}

const touches = ['channel', 'source', 'medium', 'campaign', 'country'];

/** What a report is broken down by: picked from what was seen by typing a part of its name, or any other property. */
export function BreakdownPicker({ by, set }: BreakdownPickerProps) {
  return (
    <Pop
      label="Broken down by: pick a trait or property"
      className="w-72"
      trigger={
        <button
          type="button"
          className="inline-flex h-7 max-w-56 min-w-0 items-center gap-1 rounded-md border bg-raised px-2 text-xs font-medium hover:bg-hover"
        >
          <span className="sr-only">Broken down by: </span>
          <span className="truncate">{by === undefined ? 'Not broken down' : `By ${breakdownLabel(by)}`}</span>
          <ChevronDown size={12} strokeWidth={2.5} aria-hidden="true" className="shrink-0 text-ink-3" />
        </button>
      }
    >
      {(close) => (
        <Picking
          pick={(picked) => {
            set(picked);
            close();
          }}
        />
      )}
    </Pop>
  );
}

function Picking({ pick }: { pick: (by: string | undefined) => void }) {
  const [text, setText] = useState('');
  const names = useNames();
  const wanted = text.trim();
  const traits = names.data?.traits.group.map(({ trait }) => trait) ?? [];
  const properties = names.data?.properties ?? [];
  const some = (all: string[]) => namesLike(all, wanted.toLowerCase());
  const [ofVisit, ofCompany, ofEvent] = [some(touches), some(traits), some(properties)];
  return (
    // As in EventPicker.
    <Command key={names.status} label="Broken down by" loop shouldFilter={false}>
      <PickerInput text={text} setText={setText} placeholder="Trait or property" />
      <Command.List className="max-h-80 overflow-auto p-1">
        {wanted === '' && (
          <Item value="none" pick={() => pick(undefined)}>
            Not broken down
          </Item>
        )}
        <Group title="First visit" icon={Route} names={ofVisit} pick={pick} />
        <Group title="Company traits" icon={Building2} prefix="traits." names={ofCompany} pick={pick} />
        <Group title="Properties of events" icon={Braces} prefix="properties." names={ofEvent} pick={pick} />
        {wanted !== '' && !properties.includes(wanted) && (
          <Item value={`typed ${wanted}`} pick={() => pick(`properties.${wanted}`)}>
            <Braces size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
            <span className="truncate">
              Property <b className="font-medium">{wanted}</b>
            </span>
          </Item>
        )}
        {names.error && <p className="px-2 py-3 text-xs text-ink-3">The names could not be loaded. Type one.</p>}
      </Command.List>
    </Command>
  );
}

/** Those that begin so before those that contain it. */
function namesLike(all: string[], text: string): string[] {
  const found = all.filter((name) => name.toLowerCase().includes(text));
  const begins = (name: string) => name.toLowerCase().startsWith(text);
  return [...found.filter(begins), ...found.filter((name) => !begins(name))];
}

interface GroupProps {
  title: string;
  icon: LucideIcon;
  prefix?: string;
  names: string[];
  pick: (by: string) => void;
}

function Group({ title, icon: Icon, prefix = '', names, pick }: GroupProps) {
  if (names.length === 0) return null;
  return (
    <Command.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:pt-2 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-ink-3"
    >
      {names.map((name) => (
        <Item key={name} value={`${prefix}${name}`} pick={() => pick(`${prefix}${name}`)}>
          <Icon size={14} aria-hidden="true" className="shrink-0 text-ink-3" />
          <span className="truncate">{name}</span>
        </Item>
      ))}
    </Command.Group>
  );
}

function Item({ value, pick, children }: { value: string; pick: () => void; children: ReactNode }) {
  return (
    <Command.Item
      value={value}
      onSelect={pick}
      className="flex h-8 cursor-default items-center gap-2 rounded-md px-2 text-sm data-[selected=true]:bg-active"
    >
      {children}
    </Command.Item>
  );
}
