import type { GroupSummary, TimelineEvent } from '@spectacle/server/answers';
import type { Milestone } from '../swimlane/Milestones.tsx';

/** The cut-off that made the company a lead, by the name of its event, and its first revenue. */
export function milestonesOf(company: GroupSummary, events: TimelineEvent[], cutoffEvents: string[]): Milestone[] {
  const milestones: Milestone[] = [];
  if (company.lead) {
    const at = Date.parse(company.lead);
    const cutoff = events.find(
      (event) => event.event !== null && cutoffEvents.includes(event.event) && Date.parse(event.timestamp) === at,
    );
    milestones.push({ label: cutoff?.event ? `Lead: ${cutoff.event}` : 'Lead', at, tone: 'accent' });
  }
  if (company.customer) milestones.push({ label: 'Customer', at: Date.parse(company.customer), tone: 'good' });
  return milestones;
}
