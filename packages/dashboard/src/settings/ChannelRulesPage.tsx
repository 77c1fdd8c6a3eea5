import type { Settings } from '@spectacle/server/answers';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { request } from '../api/request.ts';
import { Lacking } from '../session/Lacking.tsx';
import { useMay, useWorkspace } from '../session/session.ts';
import { Button } from '../ui/Button.tsx';
import { ChannelRuleCard } from './ChannelRuleCard.tsx';
import { draftOf, emptyRule, isComplete, moved, rulesOf } from './channelRuleDraft.ts';
import { RulePreview } from './RulePreview.tsx';
import { SaveBar } from './SaveBar.tsx';
import { SettingsFrame } from './SettingsFrame.tsx';
import { useRulePreview } from './useRulePreview.ts';

/** Which channel a visit came through, before the default rules are asked: an ordered list, of which the first that fits counts. */
export function ChannelRulesPage() {
  const { settings, path, session } = useWorkspace();
  const mayWrite = useMay('administer');
  const [draft, setDraft] = useState(() => draftOf(settings.channelRules));
  const [dragged, setDragged] = useState<number | null>(null);
  const [said, say] = useState('');
  const client = useQueryClient();
  const rules = rulesOf(draft);
  const complete = isComplete(draft);
  const changed = JSON.stringify(rules) !== JSON.stringify(settings.channelRules);
  const preview = useRulePreview(complete ? rules : null);
  const save = useMutation({
    mutationFn: () => request<Settings>(`${path}/settings`, { method: 'PATCH', body: { channelRules: rules } }),
    onSuccess: async (saved) => {
      client.setQueryData(['settings', session.workspaceId], saved);
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings' });
    },
  });
  const move = (from: number, to: number) => {
    const next = moved(draft, from, to);
    if (next === draft) return;
    setDraft(next);
    say(`${draft[from]?.channel || 'The rule'} is now rule ${to + 1} of ${draft.length}.`);
  };
  return (
    <SettingsFrame
      title="Channel rules"
      lead="Rules of your own for the channel of a visit. They are asked from top to bottom and the first that fits counts; where none does, the default rules decide."
    >
      <Lacking right="administer" what="change these rules" />
      <fieldset disabled={!mayWrite} className="mt-6 min-w-0">
        {draft.length === 0 && (
          <p className="rounded-lg border border-dashed border-line-strong px-4 py-6 text-center text-sm text-ink-2">
            No rules: all visits are told apart by the default ones. A rule can, for example, make a channel “Partners”
            of all visits whose source starts with <code className="font-mono text-xs">partner-</code>.
          </p>
        )}
        <ol aria-label="Rules, in the order in which they are asked" className="flex flex-col gap-2">
          {draft.map((rule, place) => (
            <ChannelRuleCard
              key={rule.id}
              rule={rule}
              place={place}
              of={draft.length}
              fits={complete ? preview.data?.rules[place]?.visits : undefined}
              set={(next) => setDraft(draft.with(place, next))}
              remove={() => setDraft(draft.toSpliced(place, 1))}
              move={(by) => move(place, place + by)}
              drag={() => setDragged(place)}
              dragOver={() => {
                if (dragged === null || dragged === place) return;
                move(dragged, place);
                setDragged(place);
              }}
              drop={() => setDragged(null)}
              isDragged={dragged === place}
            />
          ))}
        </ol>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <Button className="mt-3" onClick={() => setDraft([...draft, emptyRule()])}>
          <Plus size={14} /> Add a rule
        </Button>
      </fieldset>
      <RulePreview preview={preview} complete={complete} rules={rules} />
      <SaveBar
        className="mt-6"
        changed={changed}
        ready={complete && mayWrite}
        saving={save}
        saved="Saved. The visits so far have moved."
        discard={() => setDraft(draftOf(settings.channelRules))}
        save={() => save.mutate()}
      />
    </SettingsFrame>
  );
}
