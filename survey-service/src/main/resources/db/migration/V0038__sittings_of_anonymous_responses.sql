-- By which an unfinished anonymous response is found again by who was invited. Its id is made of the
-- invitation, and the response's id of the sitting, both with a secret that is not in the database;
-- once the response is finished the sitting is gone, and nothing leads to it any more.
CREATE TABLE anonymous_sitting (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  sitting uuid,
  PRIMARY KEY (tenant_id, id)
);
SELECT enforce_tenancy('anonymous_sitting');

-- Jobs read which days are due; each tenant's day is taken off by that tenant.
REVOKE UPDATE ON anonymous_day FROM "${job}";
