import type { ChannelRule } from './channelRules.ts';

/** What a workspace may choose. A missing setting has its default, so that old workspaces learn new settings. */
export interface WorkspaceSettings {
  /** As people call it; the id if it is empty. */
  name: string;
  /** ISO 4217; revenue without a currency is in this one. */
  currency: string;
  /** Whose events make a group's story: those of its current members, or those of its members at the time. */
  membership: 'current' | 'history';
  /** Whose journey is attributed. */
  level: 'person' | 'group';
  /** Names of the track events that end a customer journey; none: the first identify. */
  cutoffEvents: string[];
  attributionWindowDays: number;
  /** The workspace's own registrable domains: a referrer among them starts no visit. */
  domains: string[];
  /** Which channel a visit came through, before the default rules are asked; the first that fits counts. */
  channelRules: ChannelRule[];
  /** IANA name; days in the web app begin at midnight there. */
  timeZone: string;
  /** Events older than that many days leave; 0: they stay. */
  retentionDays: number;
}

export const defaultSettings: WorkspaceSettings = {
  name: '',
  currency: 'USD',
  membership: 'current',
  level: 'group',
  cutoffEvents: [],
  attributionWindowDays: 90,
  domains: [],
  channelRules: [],
  timeZone: 'UTC',
  retentionDays: 0,
};
