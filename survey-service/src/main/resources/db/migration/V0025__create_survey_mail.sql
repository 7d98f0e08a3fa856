-- E-mails to people who were invited. Neither the address nor the text is kept: both are made when
-- the e-mail is sent.
CREATE TABLE survey_mail (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  created_at timestamptz NOT NULL,
  invitation_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('invitation', 'reminder')),
  -- 0 is the invitation, 1 the first reminder: each is sent once.
  ordinal integer NOT NULL CHECK (ordinal >= 0 AND (ordinal = 0) = (kind = 'invitation')),
  status text COLLATE "C" NOT NULL
    CHECK (status IN ('waiting', 'sending', 'sent', 'withheld', 'cancelled', 'failed')),
  due_at timestamptz NOT NULL,
  attempts integer NOT NULL,
  sent_at timestamptz,
  reason text CHECK (char_length(reason) <= 500),
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, invitation_id, ordinal),
  FOREIGN KEY (tenant_id, invitation_id) REFERENCES invitation (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_mail_invitation ON survey_mail (tenant_id, invitation_id, id);
CREATE INDEX survey_mail_campaign ON survey_mail (tenant_id, campaign_id, id);
CREATE INDEX survey_mail_status ON survey_mail (tenant_id, status, id);
CREATE INDEX survey_mail_due_at ON survey_mail (tenant_id, due_at, id);
CREATE INDEX survey_mail_created_at ON survey_mail (tenant_id, created_at, id);
SELECT enforce_tenancy('survey_mail');

-- Which e-mails are to be sent, for the workers of all tenants; gone once there is nothing to do.
CREATE TABLE survey_mail_job (
  tenant_id text COLLATE "C" NOT NULL,
  mail_id uuid NOT NULL,
  test boolean NOT NULL,
  -- When it may be taken: its time, or the end of the lease of who has it.
  due_at timestamptz NOT NULL,
  -- Rises with each lease: a worker that was given up can change nothing any more.
  attempt integer NOT NULL,
  PRIMARY KEY (tenant_id, mail_id),
  FOREIGN KEY (tenant_id, mail_id) REFERENCES survey_mail (tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX survey_mail_job_due ON survey_mail_job (due_at);
SELECT enforce_tenancy('survey_mail_job');
SELECT open_to_jobs('survey_mail_job', 'SELECT, UPDATE');
