-- Ways to listen of the tenant's own; the standard ones are on the class path.
CREATE TABLE listening_method (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  code text COLLATE "C" NOT NULL
    CHECK (code ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' AND char_length(code) <= 60),
  name text NOT NULL CHECK (char_length(name) BETWEEN 1 AND 200),
  description text CHECK (char_length(description) <= 1000),
  direct boolean NOT NULL,
  voice text COLLATE "C" NOT NULL CHECK (voice IN ('spoken', 'unspoken', 'both')),
  source text COLLATE "C" NOT NULL CHECK (source IN ('responses', 'feedback', 'visits', 'none')),
  -- As JSON: read and written whole, never queried into.
  channels text NOT NULL,
  forms text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, code)
);
SELECT enforce_tenancy('listening_method');
