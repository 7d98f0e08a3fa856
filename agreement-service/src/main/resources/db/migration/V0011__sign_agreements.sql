-- Who signed which wording, and what entitled them to.
CREATE TABLE agreement_signature (
  tenant_id text COLLATE "C" NOT NULL,
  id uuid NOT NULL,
  agreement_id uuid NOT NULL,
  version_id uuid NOT NULL,
  side text COLLATE "C" NOT NULL CHECK (side IN ('provider', 'customer')),
  party_id uuid NOT NULL,
  on_behalf_of_party_id uuid NOT NULL,
  signed_on date NOT NULL,
  recorded_at timestamptz NOT NULL,
  basis text COLLATE "C" NOT NULL CHECK (basis IN ('self', 'only-person', 'authority')),
  authority_id uuid,
  authority_scope text,
  limit_amount numeric(19, 4),
  limit_currency text,
  PRIMARY KEY (tenant_id, id),
  -- Each side signs a wording once.
  CONSTRAINT agreement_signature_once UNIQUE (tenant_id, version_id, side),
  CONSTRAINT agreement_signature_limit CHECK ((limit_amount IS NULL) = (limit_currency IS NULL)),
  CONSTRAINT agreement_signature_basis CHECK ((authority_id IS NOT NULL) = (basis = 'authority')),
  FOREIGN KEY (tenant_id, agreement_id) REFERENCES agreement (tenant_id, id),
  FOREIGN KEY (tenant_id, version_id) REFERENCES agreement_version (tenant_id, id)
);
SELECT enforce_tenancy('agreement_signature');
CREATE INDEX agreement_signature_of_agreement ON agreement_signature (tenant_id, agreement_id, id);
CREATE INDEX agreement_signature_by_party ON agreement_signature (tenant_id, party_id, id);
CREATE INDEX agreement_signature_by_side ON agreement_signature (tenant_id, side, id);

CREATE FUNCTION refuse_change_of_signature() RETURNS trigger
LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Signature % stays as it was given', OLD.id USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER given_once BEFORE UPDATE OR DELETE ON agreement_signature
  FOR EACH ROW EXECUTE FUNCTION refuse_change_of_signature();
