-- As with measurements: what was retracted is gone, and its source cannot report it anew under its key.
CREATE TABLE state_change_key (
  tenant_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  state_change_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, source_id)
);
SELECT enforce_tenancy('state_change_key');
INSERT INTO state_change_key SELECT tenant_id, source, source_id, id, at FROM state_change;
ALTER TABLE state_change DROP CONSTRAINT state_change_source_unique;

CREATE TABLE timer_event_key (
  tenant_id text COLLATE "C" NOT NULL,
  source text COLLATE "C" NOT NULL,
  source_id text COLLATE "C" NOT NULL,
  timer_event_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, source, source_id)
);
SELECT enforce_tenancy('timer_event_key');
INSERT INTO timer_event_key SELECT tenant_id, source, source_id, id, at FROM timer_event;
ALTER TABLE timer_event DROP CONSTRAINT timer_event_source_unique;
