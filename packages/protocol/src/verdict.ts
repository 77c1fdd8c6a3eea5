/** Why the collector refused one event. The list is closed: clients may switch on it. */
export const rejectionCodes = [
  'not_an_object',
  'unknown_type',
  'missing_who',
  'invalid_user_id',
  'invalid_anonymous_id',
  'invalid_group_id',
  'invalid_previous_id',
  'invalid_event_name',
  'invalid_message_id',
  'event_too_large',
  'too_deep',
  'too_many_keys',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** Why the collector refused a whole request. */
export const requestCodes = [
  'invalid_json',
  'nothing_usable',
  'unknown_workspace',
  'too_large',
  'unsupported_type',
  'rate_limited',
  'overloaded',
  'store_unavailable',
] as const;
export type RequestCode = (typeof requestCodes)[number];

/** What the collector noticed about an event that it stored all the same; shown in the live feed. */
export const warningCodes = [
  'traits_not_an_object',
  'properties_not_an_object',
  'invalid_timestamp',
  'timestamp_in_the_future',
  'invalid_email',
  'invalid_company_id',
  'invalid_context_group_id',
  'revenue_not_an_integer',
  'invalid_currency',
  'invalid_website',
  'invalid_phone',
  'invalid_employees',
  'invalid_linkedin_url',
] as const;
export type WarningCode = (typeof warningCodes)[number];

export interface Warning {
  code: WarningCode;
  message: string;
}

export interface Rejection {
  /** Place of the event in its batch, from 0. */
  index: number;
  messageId: string | null;
  code: RejectionCode;
  /** A full sentence that says what to do. */
  message: string;
}

/** The collector's answer to a single call or a batch. */
export interface BatchVerdict {
  success: boolean;
  /** Events stored. */
  accepted: number;
  rejected: Rejection[];
  /** Set when the request as a whole was refused. */
  code?: RequestCode;
  message?: string;
}
