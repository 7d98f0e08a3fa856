-- A competitor is a party; its customers are the customer relationships that name it as provider.
CREATE TABLE competitor (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  party_id uuid NOT NULL,
  offering_id uuid,
  market text COLLATE "C" CHECK (char_length(market) <= 200),
  notes text CHECK (char_length(notes) <= 5000),
  valid_from date,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX competitor_party ON competitor (tenant_id, party_id, id);
CREATE INDEX competitor_offering ON competitor (tenant_id, offering_id, id);
CREATE INDEX competitor_market ON competitor (tenant_id, market, id);
CREATE INDEX competitor_created_at ON competitor (tenant_id, created_at, id);
SELECT enforce_tenancy('competitor');

-- Ours against theirs, about one requirement.
CREATE TABLE competitor_comparison (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  competitor_id uuid NOT NULL,
  requirement_id uuid NOT NULL,
  segment_id uuid,
  scale_name text NOT NULL CHECK (char_length(scale_name) BETWEEN 1 AND 100),
  scale_lowest numeric(15, 6),
  scale_highest numeric(15, 6),
  scale_better text COLLATE "C" NOT NULL CHECK (scale_better IN ('higher', 'lower')),
  ours_value numeric(15, 6) NOT NULL,
  ours_n bigint CHECK (ours_n >= 0),
  ours_base bigint CHECK (ours_base >= ours_n),
  ours_level double precision,
  ours_lower double precision,
  ours_upper double precision,
  ours_method text CHECK (char_length(ours_method) <= 200),
  ours_source text NOT NULL CHECK (char_length(ours_source) <= 500),
  ours_dated date NOT NULL,
  theirs_value numeric(15, 6) NOT NULL,
  theirs_n bigint CHECK (theirs_n >= 0),
  theirs_base bigint CHECK (theirs_base >= theirs_n),
  theirs_level double precision,
  theirs_lower double precision,
  theirs_upper double precision,
  theirs_method text CHECK (char_length(theirs_method) <= 200),
  theirs_source text NOT NULL CHECK (char_length(theirs_source) <= 500),
  theirs_dated date NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, competitor_id) REFERENCES competitor (tenant_id, id),
  FOREIGN KEY (tenant_id, requirement_id) REFERENCES requirement (tenant_id, id),
  FOREIGN KEY (tenant_id, segment_id) REFERENCES segment (tenant_id, id),
  CHECK (scale_highest > scale_lowest)
);
CREATE INDEX competitor_comparison_competitor
  ON competitor_comparison (tenant_id, competitor_id, id);
CREATE INDEX competitor_comparison_requirement
  ON competitor_comparison (tenant_id, requirement_id, id);
CREATE INDEX competitor_comparison_segment ON competitor_comparison (tenant_id, segment_id, id);
CREATE INDEX competitor_comparison_created_at
  ON competitor_comparison (tenant_id, created_at, id);
SELECT enforce_tenancy('competitor_comparison');

-- A stakeholder need not be a customer, nor use anything.
CREATE TABLE stakeholder (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  party_id uuid NOT NULL,
  offering_id uuid,
  interest text CHECK (char_length(interest) <= 1000),
  interest_level text COLLATE "C" CHECK (interest_level IN ('low', 'medium', 'high')),
  influence_level text COLLATE "C" CHECK (influence_level IN ('low', 'medium', 'high')),
  strategy text CHECK (char_length(strategy) <= 2000),
  valid_from date,
  valid_to date,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, party_id) REFERENCES party (tenant_id, id),
  FOREIGN KEY (tenant_id, offering_id) REFERENCES offering (tenant_id, id),
  CHECK (valid_to > valid_from)
);
CREATE INDEX stakeholder_party ON stakeholder (tenant_id, party_id, id);
CREATE INDEX stakeholder_offering ON stakeholder (tenant_id, offering_id, id);
CREATE INDEX stakeholder_interest_level ON stakeholder (tenant_id, interest_level, id);
CREATE INDEX stakeholder_influence_level ON stakeholder (tenant_id, influence_level, id);
CREATE INDEX stakeholder_created_at ON stakeholder (tenant_id, created_at, id);
SELECT enforce_tenancy('stakeholder');

CREATE TABLE stakeholder_relation (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  stakeholder_id uuid NOT NULL,
  relation text COLLATE "C" NOT NULL
    CHECK (relation IN ('influences', 'is-influenced', 'benefits-indirectly')),
  place int NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, stakeholder_id, relation),
  FOREIGN KEY (tenant_id, stakeholder_id) REFERENCES stakeholder (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX stakeholder_relation_relation
  ON stakeholder_relation (tenant_id, relation, stakeholder_id);
SELECT enforce_tenancy('stakeholder_relation');
