-- Functions are server-wide in ClickHouse, hence the prefix.

-- The text of a value kept as JSON: without the quotes of a string.
CREATE OR REPLACE FUNCTION spectacle_plain AS (value) -> if(startsWith(value, '"'), JSONExtractString(value), value);

-- The number to compare a text by: a number itself, a date as milliseconds; NULL for other text.
CREATE OR REPLACE FUNCTION spectacle_number AS (text) ->
    ifNull(toFloat64OrNull(text),
           if(match(text, '^\\d{4}-\\d{2}-\\d{2}'), toFloat64(toUnixTimestamp64Milli(parseDateTime64BestEffortOrNull(text, 3, 'UTC'))), NULL));

-- Does a value (as JSON; '' if missing) meet a condition of the API's filter?
CREATE OR REPLACE FUNCTION spectacle_meets AS (value, operator, wanted) -> multiIf(
    operator = 'exists', value != '',
    operator = 'missing', value = '',
    operator = 'is', spectacle_plain(value) = wanted OR ifNull(spectacle_number(spectacle_plain(value)) = spectacle_number(wanted), 0),
    operator = 'is not', NOT (spectacle_plain(value) = wanted OR ifNull(spectacle_number(spectacle_plain(value)) = spectacle_number(wanted), 0)),
    operator = 'contains', positionCaseInsensitiveUTF8(spectacle_plain(value), wanted) > 0,
    operator = '>', ifNull(spectacle_number(spectacle_plain(value)) > spectacle_number(wanted), 0),
    operator = '>=', ifNull(spectacle_number(spectacle_plain(value)) >= spectacle_number(wanted), 0),
    operator = '<', ifNull(spectacle_number(spectacle_plain(value)) < spectacle_number(wanted), 0),
    operator = '<=', ifNull(spectacle_number(spectacle_plain(value)) <= spectacle_number(wanted), 0),
    0);

-- An amount in another currency, of smallest units (revenue/fillExchange.sql). Half of one is rounded away from zero. NULL without a
-- rate, and where it would be more than a number of JSON can say exactly.
CREATE OR REPLACE FUNCTION spectacle_converted AS (amount, numerator, denominator) -> if(
    denominator = 0 OR intDivOrZero(toInt256(abs(amount)) * numerator * 2 + denominator, toInt256(denominator) * 2) >= 9007199254740992, NULL,
    toInt64(intDivOrZero(toInt256(abs(amount)) * numerator * 2 + denominator, toInt256(denominator) * 2)) * sign(amount));
