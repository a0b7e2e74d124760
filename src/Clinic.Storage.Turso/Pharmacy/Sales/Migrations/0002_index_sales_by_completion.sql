-- What reports of a period read: sales by completion and cancellation, returns by instant.

-- forward

CREATE INDEX sales_completed ON sales (tenant_id, completed, id) WHERE completed IS NOT NULL;

CREATE INDEX sales_cancelled ON sales (tenant_id, cancelled) WHERE cancelled IS NOT NULL;

CREATE INDEX sale_returns_at ON sale_returns (tenant_id, at);

-- rollback

DROP INDEX sale_returns_at;
DROP INDEX sales_cancelled;
DROP INDEX sales_completed;
