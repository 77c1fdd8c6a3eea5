-- What the dirty visitors' events report as paid, by transaction. Looked for by PREWHERE, before FINAL: all copies of an event say the
-- same revenue, those that did not are deleted by now (deleteLosers.sql).
INSERT INTO spectacle.payments (workspace, transaction, visitor, client_time, message_id, timestamp, subject, version)
SELECT workspace,
       multiIf(transaction_id = '' OR revenue = 0, concat('=', message_id), revenue < 0, concat('-', transaction_id), concat('+', transaction_id)),
       visitor, client_time, message_id, timestamp, subject, version
FROM spectacle.events FINAL
PREWHERE revenue IS NOT NULL AND type = 'track'
WHERE (workspace, visitor) IN (SELECT workspace, key FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'visitor')
