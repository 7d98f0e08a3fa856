-- The document that a survey was imported from, kept whole: an export gives back what a survey has
-- no member for.
CREATE TABLE fhir_source (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  survey_id uuid NOT NULL,
  document text NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, survey_id),
  FOREIGN KEY (tenant_id, survey_id) REFERENCES survey (tenant_id, id)
);
SELECT enforce_tenancy('fhir_source');
