-- Both ways along the links of supply chains, with all that makes a relationship a link, so that a
-- walk reads the index alone.
CREATE INDEX customer_downstream ON customer (tenant_id, provider_party_id)
  INCLUDE (id, party_id, lifecycle, lifecycle_since, valid_from, valid_to);
CREATE INDEX customer_upstream ON customer (tenant_id, party_id)
  INCLUDE (id, provider_party_id, lifecycle, lifecycle_since, valid_from, valid_to);
-- The phases that have ended: who once was a link and is none any more.
CREATE INDEX customer_lifecycle_ended ON customer_lifecycle (tenant_id, customer_id)
  INCLUDE (lifecycle, valid_from, valid_to) WHERE valid_to IS NOT NULL;
