-- Refused events whose payload has one of some pieces of JSON in it; those of addresses in any case of letters.
SELECT received_at AS receivedAt, code, message, payload
FROM spectacle.rejections
WHERE workspace = {workspace:String}
  AND (arrayExists(piece -> position(payload, piece) > 0, {pieces:Array(String)})
       OR arrayExists(piece -> positionCaseInsensitiveUTF8(payload, piece) > 0, {emails:Array(String)}))
ORDER BY receivedAt DESC
