-- Messages among the new ones that came with more than one content, some of one workspace to a row.
SELECT workspace, groupArray(message_id) AS messageIds
FROM
(
    SELECT DISTINCT d.workspace AS workspace, d.key AS message_id, intDiv(rowNumberInAllBlocks(), {atOnce:UInt32}) AS part
    FROM spectacle.dirty AS d
    WHERE d.batch = {batch:UInt64} AND d.kind = 'message'
      AND (d.workspace, sipHash64(d.key)) IN
      (
          SELECT workspace, message_hash
          FROM spectacle.messages
          WHERE (workspace, message_hash) IN
                (SELECT workspace, sipHash64(key) FROM spectacle.dirty WHERE batch = {batch:UInt64} AND kind = 'message')
          GROUP BY workspace, message_hash
          HAVING uniqExact(content_hash) > 1
      )
)
GROUP BY workspace, part
