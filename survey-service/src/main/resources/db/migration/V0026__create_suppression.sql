-- Who wants no more surveys by e-mail. customer-service is told as well; here it counts at once.
CREATE TABLE suppression (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  party_id uuid NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, party_id)
);
SELECT enforce_tenancy('suppression');
