CREATE INDEX response_party ON response (tenant_id, party_id, id) WHERE party_id IS NOT NULL;
