-- One person's or group's journey and payments; no row if there is none of that id.
SELECT cutoff, cutoff_id AS cutoffId, cutoff_person AS cutoffPerson, identified,
       arrayZip(visits.message_id, visits.timestamp, visits.person_id, visits.channel, visits.source, visits.medium, visits.campaign,
           visits.term, visits.content, visits.landing_page, visits.referrer) AS visits,
       arrayZip(payments.message_id, payments.timestamp, payments.person_id, payments.revenue, payments.transaction,
           payments.amount, payments.currency, payments.rate) AS payments
FROM spectacle.journeys FINAL
WHERE workspace = {workspace:String} AND level = {level:String} AND id = {id:String}
