CREATE INDEX customer_valid_from ON customer (tenant_id, valid_from, id);
CREATE INDEX customer_valid_to ON customer (tenant_id, valid_to, id);
