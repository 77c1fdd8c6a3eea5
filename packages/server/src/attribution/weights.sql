-- The arithmetic of attribution, for the store: the same as ruleWeights.ts, effectWeights.ts and divide.ts, and tested against them.
-- Functions are server-wide, hence the prefix.

-- What each visit weighs under time decay: 2^(-days before the cut-off / 7), told from the latest visit on, in parts of 2^-40.
CREATE OR REPLACE FUNCTION spectacle_decay AS (times) ->
    arrayMap(t -> toUInt64(round(exp2(40 - dateDiff('millisecond', t, times[-1]) / 604800000))), times);

-- What each visit of a journey weighs under a model. Weights are whole numbers, so that shares are exact.
CREATE OR REPLACE FUNCTION spectacle_weights AS (model, channels, times, identified, effects) -> multiIf(
    model = 'first', arrayMap(i -> toUInt64(i = 1), arrayEnumerate(channels)),
    model = 'last', arrayMap(i -> toUInt64(i = length(channels)), arrayEnumerate(channels)),
    model = 'lastNonDirect',
        arrayMap(i -> toUInt64(i = if(arrayExists(c -> c != 'Direct', channels), arrayLastIndex(c -> c != 'Direct', channels), length(channels))), arrayEnumerate(channels)),
    model = 'linear', arrayMap(i -> toUInt64(1), arrayEnumerate(channels)),
    model = 'position',
        arrayMap(i -> toUInt64(if(length(channels) > 2 AND (i = 1 OR i = length(channels)), 2 * (length(channels) - 2), 1)), arrayEnumerate(channels)),
    model = 'w',
        arrayMap(i -> toUInt64(if(i IN (1, length(channels), arrayLastIndex(t -> t <= ifNull(identified, toDateTime64('1900-01-01 00:00:00', 3)), times)),
                greatest(1, 3 * (length(channels) - length(arrayDistinct(arrayFilter(p -> p > 0,
                    [toUInt64(1), length(channels), arrayLastIndex(t -> t <= ifNull(identified, toDateTime64('1900-01-01 00:00:00', 3)), times)]))))), 1)),
            arrayEnumerate(channels)),
    model = 'timeDecay', spectacle_decay(times),
    -- a channel by its effect, its visits equally; 232792560 is divisible by 1 … 20
    arrayMap(c -> toUInt64(intDiv(if(model = 'markov' AND arrayExists(c -> effects[c] > 0, channels), effects[c], 1) * 232792560,
            arrayMap(d -> countEqual(channels, d), arrayDistinct(channels))[indexOf(arrayDistinct(channels), c)])),
        channels));;

-- Divides a whole amount by weights: whole parts, and what is left to the largest rests, of equal ones to the earliest.
CREATE OR REPLACE FUNCTION spectacle_wholes AS (size, weights) -> arrayMap(w -> toInt64(intDiv(toUInt128(size) * w, arraySum(weights))), weights);

CREATE OR REPLACE FUNCTION spectacle_rests AS (size, weights) -> arrayMap(w -> toUInt64(toUInt128(size) * w % arraySum(weights)), weights);

CREATE OR REPLACE FUNCTION spectacle_rounded AS (wholes, rests, left) -> arrayMap(
    (whole, rest, place) -> whole + (left > 0 AND (rest > arrayReverseSort(rests)[left]
        OR (rest = arrayReverseSort(rests)[left] AND place <= left - arrayCount(r -> r > arrayReverseSort(rests)[left], rests)))),
    wholes, rests, arrayCumSum(arrayMap(r -> r = arrayReverseSort(rests)[left], rests)));

CREATE OR REPLACE FUNCTION spectacle_divide AS (amount, weights) -> arrayMap(part -> if(amount < 0, -part, part),
    spectacle_rounded(spectacle_wholes(abs(amount), weights), spectacle_rests(abs(amount), weights),
        abs(amount) - arraySum(spectacle_wholes(abs(amount), weights))))
