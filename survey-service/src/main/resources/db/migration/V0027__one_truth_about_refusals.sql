-- Who unsubscribed stands in suppression alone: a consent that is given later lifts it there.
INSERT INTO suppression (tenant_id, id, party_id, since)
SELECT tenant_id, uuidv7(), party_id, refused_at FROM contact_refusal
ON CONFLICT (tenant_id, party_id) DO NOTHING;
DROP TABLE contact_refusal;

-- Nothing writes these.
ALTER TABLE campaign DROP COLUMN failure;
ALTER TABLE campaign_stratum DROP COLUMN population;
