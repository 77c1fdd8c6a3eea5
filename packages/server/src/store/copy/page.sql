-- The events of the visitors of a page, each once.
SELECT *
FROM spectacle.events FINAL
WHERE workspace = {workspace:String} AND visitor > {after:String} AND ({last:Bool} OR visitor <= {end:String})
SETTINGS date_time_output_format = 'simple'
