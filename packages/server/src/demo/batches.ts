/** Under the collector's 500 KB a batch, with room for the envelope around the events. */
const maxBytes = 400 * 1024;
const maxEvents = 500;

/**
 * Packs events into bodies of `POST /v1/batch`, at most 500 events and 400 KB each. No `sentAt`: the events keep their
 * own, back-dated times.
 */
export function* batches(events: Iterable<object>, writeKey: string): Generator<{ body: string; events: number }> {
  let packed: string[] = [];
  let bytes = 0;
  const take = () => {
    const batch = {
      body: `{"writeKey":${JSON.stringify(writeKey)},"batch":[${packed.join(',')}]}`,
      events: packed.length,
    };
    packed = [];
    bytes = 0;
    return batch;
  };
  for (const event of events) {
    const json = JSON.stringify(event);
    const size = Buffer.byteLength(json) + 1;
    if (packed.length === maxEvents || (packed.length > 0 && bytes + size > maxBytes)) yield take();
    packed.push(json);
    bytes += size;
  }
  if (packed.length > 0) yield take();
}
