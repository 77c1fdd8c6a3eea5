export { type CallType, callTypes } from './callType.ts';
export { asIdentifier, type Identifier, isProbablyMistake } from './identifier.ts';
export { limits } from './limits.ts';
export { retryAfterSeconds, shouldRetry } from './retry.ts';
export { groupTraits, personTraits } from './specialTraits.ts';
export {
  type BatchVerdict,
  type Rejection,
  type RejectionCode,
  type RequestCode,
  rejectionCodes,
  requestCodes,
  type Warning,
  type WarningCode,
  warningCodes,
} from './verdict.ts';
