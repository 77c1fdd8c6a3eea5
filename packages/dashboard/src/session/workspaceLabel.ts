/** What a workspace is called: its name, or its id while nobody has given it one. */
export function workspaceLabel({ workspaceId, name }: { workspaceId: string; name: string }): string {
  return name === '' ? workspaceId : name;
}
