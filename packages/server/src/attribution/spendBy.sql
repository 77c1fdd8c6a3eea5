-- What ads cost in the range, by the values of the breakdown ('' where spend is not known by it), in the workspace's currency.
SELECT if({by:String} = 'channel', if(paid_for.channel != '', paid_for.channel, spectacle_channel(source, medium, campaign, kind)),
           if({by:String} = 'source', source, if({by:String} = 'medium', medium, if({by:String} = 'campaign', campaign, '')))) AS key,
       sum(amount) AS spend
FROM
(
    SELECT * FROM spectacle.spend FINAL
    WHERE workspace = {workspace:String} AND currency = {currency:String} AND amount != 0
      AND day >= toDate32(toTimeZone({from:DateTime64(3, 'UTC')}, {timeZone:String}))
      AND day <= toDate32(toTimeZone({to:DateTime64(3, 'UTC')} - toIntervalMillisecond(1), {timeZone:String}))
) AS paid_for
LEFT JOIN (SELECT domain, kind FROM spectacle.sites FINAL) AS sites ON sites.domain = paid_for.source
GROUP BY key
