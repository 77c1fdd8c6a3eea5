SELECT * FROM spectacle.{table:Identifier} SETTINGS date_time_output_format = 'simple'
