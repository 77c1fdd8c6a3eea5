import { billing } from './billing.ts';
import { inventCompany } from './company.ts';
import type { DemoEvent } from './demoEvent.ts';
import { passerBy } from './passersBy.ts';
import { personStory } from './personStory.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

/** Companies told together, in one order of time. It bounds the memory of a simulation of very many. */
const chapter = 250;
const passersByPerCompany = 6;

/**
 * The traffic of a company that sells software to companies, over `days` up to `now`: ads and organic visits, weeks of
 * anonymous reading, sign-ups, colleagues who join later, one in eight companies losing somebody to another, upgrades,
 * payments and refunds.
 *
 * The same options give the same events. A later `now` gives the same events and those that came since: an event with a
 * given messageId has the same content in every run of one seed, number of companies and range.
 *
 * Up to 250 companies come in one order of time, more in several such chapters; each person's events are always in order.
 *
 * @throws RangeError when an option is out of range (see `createWorld`).
 * @example const events = [...simulate({ seed: 1, companies: 200, now: new Date(), days: 365 })];
 */
export function* simulate(options: WorldOptions): Generator<DemoEvent> {
  const world = createWorld(options);
  for (let slot = world.firstSlot; slot <= world.lastSlot; slot += chapter) {
    const events: DemoEvent[] = [];
    for (let each = slot; each < slot + chapter && each <= world.lastSlot; each += 1) {
      for (const story of storiesOf(world, each)) collect(world, story, events);
    }
    // Equal times keep the order of writing: sort is stable.
    yield* events.sort((a, b) => (a.timestamp < b.timestamp ? -1 : a.timestamp > b.timestamp ? 1 : 0));
  }
}

function* storiesOf(world: World, slot: number): Generator<Iterable<DemoEvent>> {
  const company = inventCompany(world, slot);
  for (let ordinal = 0; ordinal < company.people; ordinal += 1) yield personStory(world, company, ordinal);
  yield billing(world, company);
  for (let ordinal = 0; ordinal < passersByPerCompany; ordinal += 1) yield passerBy(world, slot, ordinal);
}

/** Listens to a story, which tells in order of time, until the present. */
function collect(world: World, story: Iterable<DemoEvent>, into: DemoEvent[]): void {
  for (const event of story) {
    const at = Date.parse(event.timestamp);
    if (at > world.now) return;
    if (at >= world.start) into.push(event);
  }
}
