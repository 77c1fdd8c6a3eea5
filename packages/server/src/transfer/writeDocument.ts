/**
 * Writes one JSON object piece by piece: its first fields at once, then a field with a list that may be longer than memory,
 * an item a line.
 *
 * @example Readable.from(writeDocument({ person }, 'events', readStory(connection, workspaceId, { personId })))
 */
export async function* writeDocument(
  fields: Record<string, unknown>,
  name: string,
  items: AsyncIterable<unknown>,
): AsyncGenerator<string> {
  yield `${JSON.stringify(fields, null, 1).slice(0, -2)},\n "${name}": [`;
  let separator = '\n';
  for await (const item of items) {
    yield `${separator}  ${JSON.stringify(item)}`;
    separator = ',\n';
  }
  yield '\n ]\n}\n';
}
