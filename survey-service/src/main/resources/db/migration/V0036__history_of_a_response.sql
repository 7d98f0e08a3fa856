ALTER TABLE response_revision ADD COLUMN id uuid NOT NULL DEFAULT gen_random_uuid();
CREATE UNIQUE INDEX response_revision_id ON response_revision (tenant_id, id);
CREATE INDEX response_revision_number ON response_revision (tenant_id, number, id);

-- The day that a batch tells of is found without looking at those that told of themselves.
ALTER TABLE response ADD COLUMN anonymous boolean NOT NULL DEFAULT false;
CREATE INDEX response_anonymous_day ON response (tenant_id, recorded_at) WHERE anonymous;
ALTER TABLE response ADD CONSTRAINT response_anonymous CHECK (NOT anonymous OR (
  num_nonnulls(customer_id, party_id, ref_scheme, ref_value, import_id, begun_at, campaign_id,
    invitation_id, link_id) = 0
  AND date_trunc('day', responded_at, 'UTC') = responded_at
  AND date_trunc('day', recorded_at, 'UTC') = recorded_at)) NOT VALID;
ALTER TABLE response VALIDATE CONSTRAINT response_anonymous;
