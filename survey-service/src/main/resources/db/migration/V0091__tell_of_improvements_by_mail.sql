-- What those whose words led to an improvement are told once it is done, by language: JSON.
ALTER TABLE improvement ADD COLUMN messages text NOT NULL DEFAULT '{}';
ALTER TABLE improvement ALTER COLUMN messages DROP DEFAULT;

-- Who is to be told by e-mail, for the workers of all tenants; gone once there is nothing to do.
CREATE TABLE improvement_notice_job (
  tenant_id text COLLATE "C" NOT NULL,
  notification_id uuid NOT NULL,
  test boolean NOT NULL,
  due_at timestamptz NOT NULL,
  leased_until timestamptz NOT NULL,
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, notification_id),
  FOREIGN KEY (tenant_id, notification_id) REFERENCES improvement_notification (tenant_id, id)
    ON DELETE CASCADE
);
CREATE INDEX improvement_notice_job_due ON improvement_notice_job (due_at);
SELECT enforce_tenancy('improvement_notice_job');
SELECT open_to_jobs('improvement_notice_job', 'SELECT, UPDATE');
