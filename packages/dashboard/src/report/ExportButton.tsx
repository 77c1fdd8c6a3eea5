import { Download } from 'lucide-react';
import { useState } from 'react';
import { exportCsv } from '../table/exportCsv.ts';
import { Button } from '../ui/Button.tsx';

/** Saves what the API answers at `path` as a CSV file, and says so if that fails. */
export function ExportButton({ path, file }: { path: string; file: string }) {
  const [state, setState] = useState<'ready' | 'busy' | 'failed'>('ready');
  return (
    <Button
      size="small"
      tone="quiet"
      disabled={state === 'busy'}
      onClick={() => {
        setState('busy');
        exportCsv(path, file).then(
          () => setState('ready'),
          () => setState('failed'),
        );
      }}
    >
      <Download size={13} />
      <span aria-live="polite">{state === 'failed' ? 'Export failed, try again' : 'Export'}</span>
    </Button>
  );
}
