-- A run of the derivation looks up some thousand keys that lie anywhere, and unpacks a block of each column for each: small blocks
-- make that cheaper. What is stored already is written so by the merges to come.
ALTER TABLE spectacle.messages MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;

ALTER TABLE spectacle.claims MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;

ALTER TABLE spectacle.group_calls MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;

ALTER TABLE spectacle.person_visits MODIFY SETTING min_compress_block_size = 4096, max_compress_block_size = 16384;

-- Of a trail nearly all columns are read, visits alone are thirteen: a compact part has those of a granule side by side, each in a block
-- of its own.
ALTER TABLE spectacle.trails MODIFY SETTING min_bytes_for_wide_part = 1000000000000, min_rows_for_wide_part = 1000000000000;
