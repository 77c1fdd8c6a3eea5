-- One person's or group's journey and payments; no row if there is none of that id. decay: what the visits weigh under time decay,
-- as only the store itself rounds it.
SELECT cutoff, cutoff_id AS cutoffId, cutoff_person AS cutoffPerson, identified,
       arrayZip(visits.message_id, visits.timestamp, visits.person_id, visits.channel, visits.source, visits.medium, visits.campaign,
           visits.term, visits.content, visits.landing_page, visits.referrer, visits.country) AS visits,
       spectacle_decay(visits.timestamp) AS decay,
       arrayZip(payments.message_id, payments.timestamp, payments.person_id, payments.revenue, payments.transaction,
           payments.amount, payments.currency, payments.rate) AS payments
FROM spectacle.journeys FINAL
-- By the sorting key, so that of all other columns one row is read and not the rows beside it.
PREWHERE workspace = {workspace:String} AND level = {level:String} AND id = {id:String}
