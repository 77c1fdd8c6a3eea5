/** One user of one company, whom one client tells about. */
export interface Scene {
  /** Address of the Spectacle under test. */
  url: string;
  workspaceId: string;
  userId: string;
  email: string;
  groupId: string;
}

/** What every client sends, in its own words: five calls, the last of which is a batch of three. */
export const story = {
  traits: { name: 'Acme Robotics', website: 'https://www.acme-robotics.example/', employees: 329, plan: 'enterprise' },
  track: { event: 'Report Exported', properties: { format: 'csv', rows: 42 } },
  page: { name: 'Pricing', path: '/pricing' },
  batch: ['Board Created', 'Board Shared', 'Board Archived'],
} as const;

/** A client of somebody's, unmodified, pointed at Spectacle by its own options alone. */
export interface Client {
  /** Name of the package, or of what plays the client. */
  name: string;
  /** Does identify, group, track, page and a batch; resolves when the client says that it has sent them. */
  perform(scene: Scene): Promise<void>;
}
