/** Names of ClickHouse's errors that say: this value cannot be read, whichever store is asked. */
const faults =
  /^(CANNOT_PARSE_|CANNOT_READ_ALL_DATA|INCORRECT_DATA|TYPE_MISMATCH|TOO_LARGE_STRING_SIZE|ARGUMENT_OUT_OF_BOUND|VALUE_IS_OUT_OF_RANGE|DECIMAL_OVERFLOW|INCORRECT_NUMBER_OF_COLUMNS)/;

/**
 * Does a failed insert blame the data rather than the store? The collector's steps let no such data through; should they
 * ever, it must not hold up the events beside it.
 */
export function blamesData(error: unknown): boolean {
  return error instanceof Error && 'type' in error && typeof error.type === 'string' && faults.test(error.type);
}
