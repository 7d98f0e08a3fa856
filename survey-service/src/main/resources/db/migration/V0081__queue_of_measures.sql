-- Measures wait as other work does: with a lease, so that who dies leaves them to another.
CREATE TABLE measure_job (
  tenant_id text COLLATE "C" NOT NULL,
  measure_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, measure_id),
  FOREIGN KEY (tenant_id, measure_id) REFERENCES requirement_measure (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX measure_job_queue ON measure_job (due_at);
SELECT enforce_tenancy('measure_job');
SELECT open_to_jobs('measure_job', 'SELECT, UPDATE');
INSERT INTO measure_job (tenant_id, measure_id, test, due_at, leased_until, attempt)
SELECT tenant_id, id, false, due_at, '-infinity', 0 FROM requirement_measure;

ALTER TABLE requirement_measure DROP COLUMN due_at;
DROP POLICY jobs ON requirement_measure;
REVOKE SELECT ON requirement_measure FROM "${job}";
