-- What ads cost in the range, by the values of the breakdown ('' where spend is not known by it), in the workspace's currency
-- at the rate of the day. What has no rate is apart, in its own currency.
SELECT key, unconverted, sum(ifNull(worth, amount)) AS spend, count() AS entries
FROM
(
    SELECT if({by:String} = 'channel', if(paid_for.channel != '', paid_for.channel, if(rule = 0, default_channel, rules[rule].1)),
               if({by:String} = 'source', source, if({by:String} = 'medium', medium, if({by:String} = 'campaign', campaign, '')))) AS key,
           -- Channel rules see of an ad its source, medium and campaign; the rest is missing.
           spectacle_channel(source, medium, campaign, kind) AS default_channel,
           (SELECT any(channel_rules) FROM spectacle.workspaces FINAL WHERE workspace = {workspace:String}) AS rules,
           spectacle_rule(rules, [source, medium, campaign, '', '', '', '', '', default_channel]) AS rule,
           paid_for.amount AS amount,
           if(paid_for.currency = {currency:String}, amount, spectacle_converted(amount, numerator, denominator)) AS worth,
           if(isNull(worth), paid_for.currency, '') AS unconverted
    FROM
    (
        SELECT * FROM spectacle.spend FINAL
        WHERE workspace = {workspace:String} AND amount != 0
          AND day >= toDate32(toTimeZone({from:DateTime64(3, 'UTC')}, {timeZone:String}))
          AND day <= toDate32(toTimeZone({to:DateTime64(3, 'UTC')} - toIntervalMillisecond(1), {timeZone:String}))
    ) AS paid_for
    LEFT JOIN (SELECT domain, kind FROM spectacle.sites FINAL) AS sites ON sites.domain = paid_for.source
    LEFT JOIN (SELECT currency, day, numerator, denominator FROM spectacle.exchange FINAL WHERE workspace = {workspace:String}) AS exchange
        ON exchange.currency = paid_for.currency AND exchange.day = paid_for.day
)
GROUP BY key, unconverted
