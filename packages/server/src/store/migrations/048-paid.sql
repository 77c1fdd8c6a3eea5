-- Whoever paid belongs to the journey of the group, also where no rate converts what was paid. Told when it is derived the next time.
ALTER TABLE spectacle.contributions
    ADD COLUMN IF NOT EXISTS paid UInt8 COMMENT 'reported a payment that counts, in whatever currency' AFTER customer;

ALTER TABLE spectacle.stints
    ADD COLUMN IF NOT EXISTS paid UInt8 AFTER customer;
