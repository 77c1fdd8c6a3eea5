import type { EventPattern } from '@spectacle/server/answers';
import { ArrowLeft, ArrowRight, Plus, X } from 'lucide-react';
import { EventPicker } from '../report/EventPicker.tsx';

export interface StepBuilderProps {
  steps: EventPattern[];
  set: (steps: EventPattern[]) => void;
}

/** The API's limits. */
const fewest = 2;
const most = 8;

/** The steps of a funnel as a row to pick, move, remove and add to. */
export function StepBuilder({ steps, set }: StepBuilderProps) {
  const swap = (index: number, other: number) => {
    const moved = [...steps];
    const [a, b] = [steps[index], steps[other]];
    if (!a || !b) return;
    moved[index] = b;
    moved[other] = a;
    set(moved);
  };
  const icon = 'grid size-6 place-items-center rounded text-ink-3 hover:bg-hover hover:text-ink disabled:invisible';
  return (
    <ol aria-label="Steps" className="flex basis-full flex-wrap items-center gap-x-1 gap-y-1.5 pb-1">
      {steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the same event may be two steps
        <li key={index} className="group flex items-center gap-1">
          <span className="num grid size-5 place-items-center rounded-full bg-active text-2xs font-medium text-ink-2">
            {index + 1}
          </span>
          <EventPicker
            label={`Step ${index + 1}`}
            value={step}
            set={(picked) => set(steps.map((each, place) => (place === index ? picked : each)))}
          />
          <span className="flex">
            {index > 0 && (
              <button
                type="button"
                className={icon}
                aria-label={`Move step ${index + 1} before step ${index}`}
                onClick={() => swap(index, index - 1)}
              >
                <ArrowLeft size={12} />
              </button>
            )}
            {steps.length > fewest && (
              <button
                type="button"
                className={icon}
                aria-label={`Remove step ${index + 1}`}
                onClick={() => set(steps.filter((_, place) => place !== index))}
              >
                <X size={12} />
              </button>
            )}
          </span>
          {index < steps.length - 1 && <ArrowRight size={13} className="mx-1 text-ink-3" aria-hidden="true" />}
        </li>
      ))}
      {steps.length < most && (
        <li>
          <button
            type="button"
            onClick={() => set([...steps, { type: 'track', name: '' }])}
            className="inline-flex h-7 items-center gap-1 rounded-md px-2 text-xs font-medium text-ink-2 hover:bg-hover hover:text-ink"
          >
            <Plus size={13} /> Add a step
          </button>
        </li>
      )}
    </ol>
  );
}
