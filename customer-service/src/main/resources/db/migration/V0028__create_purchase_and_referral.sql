CREATE TABLE purchase (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  customer_id uuid NOT NULL,
  offering_id uuid,
  purchased_at timestamptz NOT NULL,
  amount numeric(19, 4) CHECK (amount >= 0),
  currency text COLLATE "C",
  ref_scheme text COLLATE "C",
  ref_value text COLLATE "C",
  -- Of the report as it came, by which the same one is known when it comes again.
  content_digest bytea NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, ref_scheme, ref_value),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK ((ref_scheme IS NULL) = (ref_value IS NULL)),
  CHECK ((amount IS NULL) = (currency IS NULL))
);
-- Serves the time line and the statistics of one customer after another.
CREATE INDEX purchase_customer_time ON purchase (tenant_id, customer_id, purchased_at, id);
CREATE INDEX purchase_customer ON purchase (tenant_id, customer_id, id);
CREATE INDEX purchase_offering ON purchase (tenant_id, offering_id, id);
CREATE INDEX purchase_purchased_at ON purchase (tenant_id, purchased_at, id);
CREATE INDEX purchase_currency ON purchase (tenant_id, currency, id);
CREATE INDEX purchase_created_at ON purchase (tenant_id, created_at, id);
SELECT enforce_tenancy('purchase');

CREATE TABLE referral (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  from_customer_id uuid NOT NULL,
  to_party_id uuid,
  to_customer_id uuid,
  offering_id uuid,
  outcome text COLLATE "C" NOT NULL CHECK (outcome IN
    ('pending', 'became-customer', 'declined', 'no-response')),
  referred_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, from_customer_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, to_party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, to_customer_id) REFERENCES customer (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK (to_party_id IS NOT NULL OR to_customer_id IS NOT NULL),
  CHECK (outcome <> 'became-customer' OR to_customer_id IS NOT NULL)
);
CREATE INDEX referral_from_time ON referral (tenant_id, from_customer_id, referred_at, id);
CREATE INDEX referral_to_time ON referral (tenant_id, to_customer_id, referred_at, id);
CREATE INDEX referral_from ON referral (tenant_id, from_customer_id, id);
CREATE INDEX referral_to_customer ON referral (tenant_id, to_customer_id, id);
CREATE INDEX referral_to_party ON referral (tenant_id, to_party_id, id);
CREATE INDEX referral_offering ON referral (tenant_id, offering_id, id);
CREATE INDEX referral_outcome ON referral (tenant_id, outcome, id);
CREATE INDEX referral_referred_at ON referral (tenant_id, referred_at, id);
CREATE INDEX referral_created_at ON referral (tenant_id, created_at, id);
SELECT enforce_tenancy('referral');
