import { Choice } from '../ui/Choice.tsx';
import { charted, type Measure } from './measures.ts';

/** Which measure a chart shows. */
export function MeasureChoice({ measure, set }: { measure: Measure; set: (name: string) => void }) {
  return (
    <Choice
      label="Measure"
      value={measure.name}
      options={charted.map(({ name, label }) => ({ value: name, label }))}
      set={set}
    />
  );
}
