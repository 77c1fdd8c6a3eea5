import { Download, Eraser } from 'lucide-react';
import { useRef, useState } from 'react';
import { useMay } from '../session/session.ts';
import { exportCsv } from '../table/exportCsv.ts';
import { ActionMenu } from './ActionMenu.tsx';
import { ForgetDialog } from './ForgetDialog.tsx';

export interface RecordActionsProps {
  name: string;
  /** Where the API keeps the company or the person. */
  path: string;
  /** Says in a sentence what forgetting it removes. */
  forgets: string;
  gone: () => void;
}

/** Export and forget, for a company and a person alike. Only an owner may forget. */
export function RecordActions({ name, path, forgets, gone }: RecordActionsProps) {
  const mayForget = useMay('administer');
  const [forgetting, setForgetting] = useState(false);
  const menu = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  const save = () =>
    exportCsv(`${path}/timeline`, 'timeline.csv').then(
      () => setFailed(false),
      () => setFailed(true),
    );
  const stay = () => {
    setForgetting(false);
    // The menu item that opened the dialog is gone.
    menu.current?.focus();
  };
  const actions = [{ label: 'Export the timeline (CSV)', icon: <Download size={14} />, act: () => void save() }];
  const forget = { label: 'Forget …', icon: <Eraser size={14} />, act: () => setForgetting(true), danger: true };
  return (
    <div className="flex items-center gap-2">
      {failed && (
        <span role="alert" className="text-xs text-bad">
          The export failed.
        </span>
      )}
      <ActionMenu trigger={menu} actions={mayForget ? [...actions, forget] : actions} />
      {forgetting && <ForgetDialog name={name} what={forgets} path={path} close={stay} gone={gone} />}
    </div>
  );
}
