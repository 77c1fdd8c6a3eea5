SELECT engine FROM system.tables WHERE database = 'spectacle' AND name = 'migrations'
