-- Tells the country of the events that were stored without one, by the rules of collector/country.ts: known are codes and names in
-- lower case, and time zones.
ALTER TABLE spectacle.events
    UPDATE country = transform(
        if(JSONType(context, 'location', 'country') = 'String' AND trimBoth(JSONExtractString(context, 'location', 'country')) != '',
            lowerUTF8(trimBoth(JSONExtractString(context, 'location', 'country'))), JSONExtractString(context, 'timezone')),
        {known:Array(String)}, {codes:Array(String)},
        if(JSONType(context, 'location', 'country') = 'String', trimBoth(JSONExtractString(context, 'location', 'country')), ''))
    WHERE country = '' AND (context LIKE '%"timezone"%' OR context LIKE '%"country"%')
