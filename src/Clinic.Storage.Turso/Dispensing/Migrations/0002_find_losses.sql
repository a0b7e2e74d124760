-- The scan for loss patterns reads the delivered lots of a period in the order of time.

-- forward

CREATE INDEX lot_accounts_delivered ON lot_accounts (tenant_id, first_delivered, dispensation_id, line, position);

-- rollback

DROP INDEX lot_accounts_delivered;
