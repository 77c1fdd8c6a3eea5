SELECT toString(day) AS date, channel, source, medium, campaign, amount, currency
FROM spectacle.spend FINAL
WHERE workspace = {workspace:String} AND amount != 0 AND day >= {from:Date32} AND day <= {to:Date32}
  AND ({afterDate:String} = '' OR (toString(day), source, medium, campaign, channel) >
      ({afterDate:String}, {afterSource:String}, {afterMedium:String}, {afterCampaign:String}, {afterChannel:String}))
ORDER BY date, source, medium, campaign, channel
LIMIT {limit:UInt32}
