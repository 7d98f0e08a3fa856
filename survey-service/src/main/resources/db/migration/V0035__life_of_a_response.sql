-- Where a response is in its life, and which way it came. Rows that are there are whole.
ALTER TABLE response
  ADD COLUMN version bigint NOT NULL DEFAULT 0,
  ADD COLUMN status text COLLATE "C" NOT NULL DEFAULT 'completed'
    CHECK (status IN ('in-progress', 'completed', 'amended', 'entered-in-error')),
  ADD COLUMN begun_at timestamptz,
  ADD COLUMN channel text COLLATE "C" CHECK (char_length(channel) BETWEEN 1 AND 64),
  ADD COLUMN campaign_id uuid,
  ADD COLUMN invitation_id uuid,
  ADD COLUMN link_id uuid,
  -- In millionths; absent where nothing is suspicious.
  ADD COLUMN spam_score bigint CHECK (spam_score BETWEEN 1 AND 1000000),
  ADD COLUMN spam_reasons text;

-- One response an invitation: who opens their link again goes on with the one they began.
CREATE UNIQUE INDEX response_invitation ON response (tenant_id, invitation_id)
  WHERE invitation_id IS NOT NULL;
CREATE INDEX response_status ON response (tenant_id, status, id);
CREATE INDEX response_channel ON response (tenant_id, channel, id) WHERE channel IS NOT NULL;
CREATE INDEX response_campaign ON response (tenant_id, campaign_id, id)
  WHERE campaign_id IS NOT NULL;
CREATE INDEX response_link ON response (tenant_id, link_id, id) WHERE link_id IS NOT NULL;
CREATE INDEX response_spam_score ON response (tenant_id, spam_score, id)
  WHERE spam_score IS NOT NULL;

-- What an amended response said before.
CREATE TABLE response_revision (
  tenant_id text COLLATE "C" NOT NULL,
  response_id uuid NOT NULL,
  number bigint NOT NULL,
  status text COLLATE "C" NOT NULL,
  responded_at timestamptz NOT NULL,
  replaced_at timestamptz NOT NULL,
  -- As JSON: read and written whole, never queried into.
  answers text NOT NULL,
  attributes text NOT NULL,
  PRIMARY KEY (tenant_id, response_id, number),
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE
);
SELECT enforce_tenancy('response_revision');

-- On which days there were responses to anonymous surveys: they send no event of their own, so that
-- each day is told as one once it is over.
CREATE TABLE anonymous_day (
  tenant_id text COLLATE "C" NOT NULL,
  day date NOT NULL,
  test boolean NOT NULL,
  PRIMARY KEY (tenant_id, day, test)
);
CREATE INDEX anonymous_day_queue ON anonymous_day (day);
SELECT enforce_tenancy('anonymous_day');
SELECT open_to_jobs('anonymous_day', 'SELECT, UPDATE');
