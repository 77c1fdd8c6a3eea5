import { expect, expectTypeOf, test } from 'vitest';
import { Spectacle } from './spectacle.ts';

interface MySchema {
  events: {
    'Trial Started': { plan: 'starter' | 'growth' };
    'Report Exported': { rows?: number };
  };
  personTraits: { email?: string; role: 'admin' | 'member' };
  groupTraits: { name: string; seats?: number | null };
}

type Call<Method extends (call: never) => unknown> = Parameters<Method>[0];

test('a schema types the names of events and their properties', () => {
  const spectacle = new Spectacle<MySchema>({ workspaceId: 'ws_a', baseUrl: 'http://127.0.0.1:1' });
  type Trial = Call<typeof spectacle.track<'Trial Started'>>;
  type Export = Call<typeof spectacle.track<'Report Exported'>>;
  expectTypeOf<{ userId: string; event: 'Trial Started'; properties: { plan: 'growth' } }>().toExtend<Trial>();
  expectTypeOf<{ userId: string; event: 'Trial Started'; properties: { plan: 'free' } }>().not.toExtend<Trial>();
  expectTypeOf<{ userId: string; event: 'Trial Started' }>().not.toExtend<Trial>();
  expectTypeOf<{ userId: number; event: 'Report Exported' }>().toExtend<Export>();
  expectTypeOf<Parameters<typeof spectacle.track>[0]['event']>().toEqualTypeOf<'Trial Started' | 'Report Exported'>();
  expect(spectacle).toBeInstanceOf(Spectacle);
});

test('a schema types the traits of people and companies', () => {
  const spectacle = new Spectacle<MySchema>({ workspaceId: 'ws_a', baseUrl: 'http://127.0.0.1:1' });
  type Group = Call<typeof spectacle.group>;
  type Identify = Call<typeof spectacle.identify>;
  expectTypeOf<{ userId: string; groupId: string; traits: { name: string; seats: null } }>().toExtend<Group>();
  expectTypeOf<{ userId: string; groupId: string; traits: { name: number } }>().not.toExtend<Group>();
  expectTypeOf<{ anonymousId: string; traits: { role: 'admin' } }>().toExtend<Identify>();
  expectTypeOf<{ anonymousId: string; traits: { role: 'owner' } }>().not.toExtend<Identify>();
  expect(spectacle).toBeInstanceOf(Spectacle);
});

test('without a schema any event and any trait goes, but nobody is not somebody', () => {
  const spectacle = new Spectacle({ workspaceId: 'ws_a', baseUrl: 'http://127.0.0.1:1' });
  type Track = Call<typeof spectacle.track<'Anything'>>;
  type Group = Call<typeof spectacle.group>;
  expectTypeOf<{ userId: string; event: 'Anything'; properties: { revenue: 9995; color: 'red' } }>().toExtend<Track>();
  expectTypeOf<{ userId: null; anonymousId: string; event: 'Anything' }>().toExtend<Track>();
  expectTypeOf<{ event: 'Anything' }>().not.toExtend<Track>();
  expectTypeOf<{ userId: string; groupId: number; traits: { employees: 329; anything: [] } }>().toExtend<Group>();
  expect(spectacle).toBeInstanceOf(Spectacle);
});
