-- What a server has, and what the profile of the user allows a statement.
SELECT toUInt64(getServerSetting('max_server_memory_usage')) AS memory,
       toUInt64(getSetting('max_threads')) AS cores,
       toUInt64(getSetting('max_memory_usage')) AS allowedMemory
