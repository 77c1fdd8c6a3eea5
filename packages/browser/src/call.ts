import type { CallType } from '@spectacle/protocol';
import type { Callback, CallOptions, Json } from './api.ts';

/** One call whose arguments have been read: what is to be sent, before state and context are added. */
export interface Call {
  type: CallType;
  userId?: string;
  previousId?: string | undefined;
  groupId?: string;
  event?: string;
  name?: string;
  category?: string;
  properties?: Json;
  traits?: Json;
  options?: CallOptions;
  callback?: Callback;
}

/** The outcome: a call unless nothing may be sent, and what to tell the developer. */
export interface Reading {
  call?: Call;
  problems: string[];
}
