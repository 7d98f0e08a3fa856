-- When an e-mail is due and how long a worker has it are two things, as for all work that is due.
ALTER TABLE survey_mail_job
  ADD COLUMN leased_until timestamptz NOT NULL DEFAULT '-infinity';
