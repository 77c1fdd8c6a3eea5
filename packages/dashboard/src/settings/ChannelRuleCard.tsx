import { ArrowDown, ArrowUp, GripVertical, Plus, Trash2, X } from 'lucide-react';
import { useId } from 'react';
import { channelNames } from '../channels/channel.ts';
import { counted } from '../display/count.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { asksNoValue, type DraftRule, ruleFields, ruleOperators } from './channelRuleDraft.ts';

export interface ChannelRuleCardProps {
  rule: DraftRule;
  /** Counted from 0. */
  place: number;
  of: number;
  /** Visits that it is the first to fit; undefined while that is not known. */
  fits: number | undefined;
  set: (rule: DraftRule) => void;
  remove: () => void;
  move: (by: 1 | -1) => void;
  drag: () => void;
  dragOver: () => void;
  drop: () => void;
  isDragged: boolean;
}

/** One rule: its channel, its conditions, and its place, changed by dragging, by buttons, or by Alt and an arrow key. */
export function ChannelRuleCard(props: ChannelRuleCardProps) {
  const { rule, place, of, fits, set, remove, move, isDragged } = props;
  const id = useId();
  const name = `rule ${place + 1}`;
  return (
    <li
      onDragOver={(event) => {
        event.preventDefault();
        props.dragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        props.drop();
      }}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        move(event.key === 'ArrowUp' ? -1 : 1);
      }}
      className={`rounded-lg border bg-raised p-2 ${isDragged ? 'border-accent opacity-70' : ''}`}
    >
      <div className="flex flex-wrap items-center gap-1.5">
        <span
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move';
            // Firefox drags nothing without data.
            event.dataTransfer.setData('text/plain', String(place));
            props.drag();
          }}
          onDragEnd={props.drop}
          title="Drag to another place"
          aria-hidden="true"
          className="grid h-7 w-5 cursor-grab place-items-center text-ink-3"
        >
          <GripVertical size={14} />
        </span>
        <span className="num text-xs text-ink-3">{place + 1}</span>
        <label htmlFor={id} className="text-xs text-ink-2">
          Channel<span className="sr-only"> of {name}</span>
        </label>
        <input
          id={id}
          className="field h-7 w-44 text-xs font-medium"
          list={`${id}channels`}
          maxLength={100}
          value={rule.channel}
          onChange={(event) => set({ ...rule, channel: event.target.value })}
          placeholder="Partners"
        />
        <datalist id={`${id}channels`}>
          {channelNames.map((channel) => (
            <option key={channel} value={channel} />
          ))}
        </datalist>
        <span className="ml-auto flex items-center">
          <span className="num mr-2 text-xs text-ink-3">{fits !== undefined && counted(fits, 'visit')}</span>
          <Button
            size="icon"
            tone="quiet"
            aria-label={`Move ${name} up`}
            disabled={place === 0}
            onClick={() => move(-1)}
          >
            <ArrowUp size={14} />
          </Button>
          <Button
            size="icon"
            tone="quiet"
            aria-label={`Move ${name} down`}
            disabled={place === of - 1}
            onClick={() => move(1)}
          >
            <ArrowDown size={14} />
          </Button>
          <Button size="icon" tone="quiet" aria-label={`Remove ${name}`} onClick={remove}>
            <Trash2 size={14} />
          </Button>
        </span>
      </div>
      <ul aria-label={`Conditions of ${name}`} className="mt-1.5 flex flex-col gap-1.5 pl-6">
        {rule.when.map((condition, index) => {
          const change = (part: Partial<typeof condition>) =>
            set({ ...rule, when: rule.when.with(index, { ...condition, ...part }) });
          const which = `condition ${index + 1} of ${name}`;
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no names, and their fields hold no state of their own
            <li key={index} className="flex flex-wrap items-center gap-1.5">
              <span className="w-8 text-xs text-ink-3">{index === 0 ? 'when' : 'and'}</span>
              <Choice
                label={`Field, ${which}`}
                value={condition.field}
                options={ruleFields}
                set={(value) => change({ field: ruleFields.find((each) => each.value === value)?.value ?? 'source' })}
              />
              <Choice
                label={`Comparison, ${which}`}
                value={condition.operator}
                options={ruleOperators.map((value) => ({ value, label: value }))}
                set={(value) => change({ operator: ruleOperators.find((each) => each === value) ?? 'is' })}
              />
              {!asksNoValue(condition.operator) && (
                <input
                  aria-label={`Value, ${which}`}
                  className="field h-7 min-w-32 flex-1 text-xs"
                  maxLength={500}
                  value={condition.value ?? ''}
                  onChange={(event) => change({ value: event.target.value })}
                />
              )}
              {rule.when.length > 1 && (
                <Button
                  size="icon"
                  tone="quiet"
                  aria-label={`Remove ${which}`}
                  onClick={() => set({ ...rule, when: rule.when.toSpliced(index, 1) })}
                >
                  <X size={13} />
                </Button>
              )}
            </li>
          );
        })}
        <li>
          <Button
            size="small"
            tone="quiet"
            disabled={rule.when.length >= 20}
            onClick={() => set({ ...rule, when: [...rule.when, { field: 'medium', operator: 'is', value: '' }] })}
          >
            <Plus size={13} /> And …<span className="sr-only"> another condition of {name}</span>
          </Button>
        </li>
      </ul>
    </li>
  );
}
