import { randomBytes } from 'node:crypto';
import type { Connection } from '../store/connection.ts';
import { sql } from '../store/sql.ts';
import { defaultSettings, type WorkspaceSettings } from './settings.ts';

const all = sql(import.meta.url, 'workspaces.sql');

/** `ws_` and then letters, digits, `_` or `-` (SPEC section 2); bounded, as ids are everywhere. */
const workspaceId = /^ws_[A-Za-z0-9_-]{1,100}$/;

/** The tenants. Kept in memory, because every request asks; written through to the store. */
export class Workspaces {
  readonly #connection: Connection;
  #settings = new Map<string, WorkspaceSettings>();

  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  static async load(connection: Connection): Promise<Workspaces> {
    const workspaces = new Workspaces(connection);
    await workspaces.refresh();
    return workspaces;
  }

  /** Reads again what other processes may have changed. */
  async refresh(): Promise<void> {
    const rows = await this.#connection.rows<{ workspace: string; settings: string }>(all);
    this.#settings = new Map(rows.map((row) => [row.workspace, { ...defaultSettings, ...JSON.parse(row.settings) }]));
  }

  has(id: string): boolean {
    return this.#settings.has(id);
  }

  ids(): string[] {
    return [...this.#settings.keys()];
  }

  settings(id: string): WorkspaceSettings {
    return this.#settings.get(id) ?? defaultSettings;
  }

  /**
   * Makes a workspace, or keeps the one of that id.
   * @throws if the id is not `ws_` and letters, digits, `_` or `-`.
   */
  async create(id = `ws_${randomBytes(9).toString('base64url')}`): Promise<string> {
    if (!workspaceId.test(id)) {
      throw new Error(`A workspace id is "ws_" followed by letters, digits, "_" or "-"; this is not one: ${id}`);
    }
    if (!this.has(id)) await this.#save(id, defaultSettings);
    return id;
  }

  async change(id: string, changes: Partial<WorkspaceSettings>): Promise<WorkspaceSettings> {
    const settings = { ...this.settings(id), ...changes };
    await this.#save(id, settings);
    return settings;
  }

  async #save(id: string, settings: WorkspaceSettings): Promise<void> {
    const row = JSON.stringify([id, JSON.stringify(settings), Date.now()]);
    await this.#connection.append('spectacle.workspaces', ['workspace', 'settings', 'version'], row);
    this.#settings.set(id, settings);
  }
}
