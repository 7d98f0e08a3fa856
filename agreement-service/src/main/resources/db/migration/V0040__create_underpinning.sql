-- Which promise of a provider of ours a promise of ours rests on. Promises are named by the id of the
-- first wording of theirs, so that a link holds over amendments.
CREATE TABLE underpinning (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  version bigint NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  agreement_id uuid NOT NULL,
  commitment_id uuid NOT NULL,
  supporting_agreement_id uuid NOT NULL,
  -- Null: every commitment of the supporting agreement.
  supporting_commitment_id uuid,
  valid_from date,
  valid_to date,
  note text,
  PRIMARY KEY (tenant_id, id),
  CONSTRAINT underpinning_by_another CHECK (agreement_id <> supporting_agreement_id),
  CONSTRAINT underpinning_validity CHECK (valid_to > valid_from),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id) ON DELETE CASCADE,
  -- A promise that is struck from a draft takes with it what it would have rested on.
  FOREIGN KEY (tenant_id, commitment_id) REFERENCES commitment (tenant_id, id) ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, supporting_agreement_id) REFERENCES agreement (tenant_id, id),
  FOREIGN KEY (tenant_id, supporting_commitment_id) REFERENCES commitment (tenant_id, id)
);
SELECT enforce_tenancy('underpinning');
CREATE INDEX underpinning_of_agreement ON underpinning (tenant_id, agreement_id, id);
CREATE INDEX underpinning_of_commitment ON underpinning (tenant_id, commitment_id, id);
CREATE INDEX underpinning_by_supporting ON underpinning (tenant_id, supporting_agreement_id, id);
CREATE INDEX underpinning_by_supporting_commitment
  ON underpinning (tenant_id, supporting_commitment_id, id);
CREATE INDEX underpinning_by_creation ON underpinning (tenant_id, created_at, id);
