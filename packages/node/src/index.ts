export type { AliasCall, Extras, GroupCall, IdentifyCall, PageCall, Stored, TrackCall, Who } from './calls.ts';
export type { SpectacleOptions } from './options.ts';
export type { GroupTraits, Id, PersonTraits, Properties, Schema } from './schema.ts';
export { Spectacle } from './spectacle.ts';
export { type ClientCode, type ErrorCode, SpectacleError } from './spectacleError.ts';
