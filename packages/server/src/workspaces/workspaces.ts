import { randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { storedRules } from './channelRules.ts';
import { defaultSettings, type WorkspaceSettings } from './settings.ts';

const all = sql(import.meta.url, 'workspaces.sql');

/** `ws_` and then letters, digits, `_` or `-` (SPEC section 2); bounded, as ids are everywhere. */
const workspaceId = /^ws_[A-Za-z0-9_-]{1,100}$/;

export const isWorkspaceId = (text: string) => workspaceId.test(text);

const newWorkspaceId = () => `ws_${randomBytes(9).toString('base64url')}`;

interface Workspace {
  settings: WorkspaceSettings;
  /** The workspace whose admin made it; empty for that of the first start. */
  madeBy: string;
}

/** The tenants. Kept in memory, because every request asks; written through to the store. */
export class Workspaces {
  readonly #connection: Connection;
  #known = new Map<string, Workspace>();
  /** Counts what this process wrote, which is newer than what was read meanwhile. */
  #saves = 0;

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  static async load(connection: Connection): Promise<Workspaces> {
    const workspaces = new Workspaces(connection);
    await workspaces.#learn();
    return workspaces;
  }

  /** Takes up workspaces that are not known here; another process on the same store may have made them. */
  async #learn(): Promise<void> {
    const rows = await this.#connection.rows<{ workspace: string; settings: string; madeBy: string }>(all);
    for (const { workspace, settings, madeBy } of rows) {
      if (this.has(workspace)) continue;
      this.#known.set(workspace, { settings: { ...defaultSettings, ...JSON.parse(settings) }, madeBy });
    }
  }

  /** Takes up what other processes on the same store changed. */
  async refresh(): Promise<void> {
    const saves = this.#saves;
    const rows = await this.#connection.rows<{ workspace: string; settings: string; madeBy: string }>(all);
    if (saves !== this.#saves) return;
    for (const { workspace, settings, madeBy } of rows) {
      this.#known.set(workspace, { settings: { ...defaultSettings, ...JSON.parse(settings) }, madeBy });
    }
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  ids(): string[] {
    return [...this.#known.keys()];
  }

  settings(id: string): WorkspaceSettings {
    return this.#known.get(id)?.settings ?? defaultSettings;
  }

  /** The workspaces that the admins of one made, in order of their ids. */
  madeBy(id: string): string[] {
    return [...this.#known].filter(([, workspace]) => workspace.madeBy === id).map(([made]) => made);
  }

  /**
   * Makes a workspace, or keeps the one of that id. One whose id nobody has chosen has a name instead.
   * @throws if the id is not `ws_` and letters, digits, `_` or `-`.
   */
  async create(wanted?: string): Promise<string> {
    const id = wanted ?? newWorkspaceId();
    if (!isWorkspaceId(id)) {
      throw new Error(`A workspace id is "ws_" followed by letters, digits, "_" or "-"; this is not one: ${id}`);
    }
    if (!this.has(id))
      await this.#save(id, {
        settings: { ...defaultSettings, name: wanted === undefined ? 'My workspace' : '' },
        madeBy: '',
      });
    return id;
  }

  /**
   * Makes a new workspace for the admin of another one; `id` is a workspace id, `name` what people call it. Undefined if there
   * is one of that id: nobody gets hold of a workspace by making it again.
   */
  async createFor(madeBy: string, id = newWorkspaceId(), name = ''): Promise<string | undefined> {
    await this.#learn();
    if (this.has(id)) return undefined;
    // Taken before the store answers, so that of two who ask for one id at the same time one hears that it is taken.
    const workspace = { settings: { ...defaultSettings, name }, madeBy };
    this.#known.set(id, workspace);
    try {
      await this.#save(id, workspace);
    } catch (error) {
      this.#known.delete(id);
      throw error;
    }
    return id;
  }

  async change(id: string, changes: Partial<WorkspaceSettings>): Promise<WorkspaceSettings> {
    const settings = { ...this.settings(id), ...changes };
    await this.#save(id, { settings, madeBy: this.#known.get(id)?.madeBy ?? '' });
    return settings;
  }

  async #save(id: string, workspace: Workspace): Promise<void> {
    this.#saves++;
    const { settings, madeBy } = workspace;
    const row = [id, JSON.stringify(settings), storedRules(settings.channelRules), madeBy, Date.now()];
    const columns = ['workspace', 'settings', 'channel_rules', 'made_by', 'version'];
    await this.#connection.append('spectacle.workspaces', columns, JSON.stringify(row));
    this.#known.set(id, workspace);
  }
}
