-- A registry of :parties parties in the tenant :tenant, made by the owner's role in sets: one organisation for
-- every 20 parties, the others people who belong to one; each party a customer with roles and attributes;
-- and a supply chain of :links further links, :hops deep.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET maintenance_work_mem = '512MB';

CREATE TEMP TABLE seed AS
SELECT n, hashint4(n) & 1048575 AS draw, hashint4(-(n - n % 20)) & 1048575 AS organization_draw,
       uuidv7() AS party_id, uuidv7() AS customer_id, n % 20 = 0 AS organization,
       (ARRAY['Ada','Bram','Chloe','Dirk','Elif','Farid','Greta','Hugo','Ines','Jonas','Kaja','Liam'])[1 + n % 12] AS given,
       'Family' || (n % 50000) AS family
FROM generate_series(1, :parties) n;
CREATE UNIQUE INDEX ON seed (n);
ANALYZE seed;

-- One transaction, with what its triggers noted taken away at the end: comparing a million new parties in the
-- background is measured by the scan for duplicates, and would take half the machine from what is measured here.
BEGIN;

INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name, given_name, family_name)
SELECT :'tenant', party_id, 0, now() - n * interval '1 minute', now(),
       CASE WHEN organization THEN 'organization' ELSE 'person' END,
       CASE WHEN organization THEN 'Organisation ' || n ELSE given || ' ' || family END,
       CASE WHEN NOT organization THEN given END, CASE WHEN NOT organization THEN family END
FROM seed;

INSERT INTO contact_point (tenant_id, id, party_id, type, value, place)
SELECT :'tenant', uuidv7(), party_id, 'email', lower(given) || n || '@example.org', 0 FROM seed;

INSERT INTO membership (tenant_id, id, version, created_at, updated_at, member_party_id, organization_party_id, type, valid_from)
SELECT :'tenant', uuidv7(), 0, now(), now(), p.party_id, o.party_id,
       CASE WHEN p.n % 3 = 0 THEN 'user-of' ELSE 'member-of' END, date '2020-01-01'
FROM seed p JOIN seed o ON o.n = p.n - p.n % 20 WHERE NOT p.organization;

INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id, provider_implied, lifecycle, valid_from)
SELECT :'tenant', customer_id, 0, now() - n * interval '1 minute', now(), party_id, true,
       CASE WHEN n % 10 = 0 THEN 'potential' WHEN n % 10 < 8 THEN 'current' ELSE 'former' END, date '2020-01-01' + n % 2000
FROM seed;

INSERT INTO customer_lifecycle (tenant_id, id, customer_id, lifecycle, valid_from, recorded_at)
SELECT :'tenant', uuidv7(), id, lifecycle, valid_from, now() FROM customer WHERE tenant_id = :'tenant';

INSERT INTO customer_role (tenant_id, id, customer_id, type, place)
SELECT :'tenant', uuidv7(), customer_id,
       (ARRAY['end-user','end-user','end-user','purchaser','payer'])[1 + n % 5], 0 FROM seed;

WITH definition AS (
  INSERT INTO attribute_definition (tenant_id, id, version, created_at, updated_at, target, owner, code, type, label, required, options)
  VALUES (:'tenant', uuidv7(), 0, now(), now(), 'customer', 'customer', 'tier', 'choice', 'Tier', false,
          '[{"value":"basic"},{"value":"silver"},{"value":"gold"},{"value":"platinum"}]')
  RETURNING id)
INSERT INTO customer_attribute (tenant_id, id, customer_id, definition_id, text_value)
SELECT :'tenant', uuidv7(), customer_id, definition.id,
       CASE WHEN draw % 100 < 2 THEN 'platinum' WHEN draw % 100 < 12 THEN 'gold' WHEN draw % 100 < 45 THEN 'silver' ELSE 'basic' END
FROM seed, definition;

WITH definition AS (
  INSERT INTO attribute_definition (tenant_id, id, version, created_at, updated_at, target, owner, code, type, label, required)
  VALUES (:'tenant', uuidv7(), 0, now(), now(), 'party', 'party', 'region', 'text', 'Region', false)
  RETURNING id)
INSERT INTO party_attribute (tenant_id, id, party_id, definition_id, text_value)
SELECT :'tenant', uuidv7(), party_id, definition.id, 'region-' || organization_draw % 200
FROM seed, definition;

-- The chain: organisations in :hops layers, each a customer of some of the layer before.
CREATE TEMP TABLE layer AS
SELECT row_number() OVER (ORDER BY n) - 1 AS place, party_id FROM seed WHERE organization;
CREATE UNIQUE INDEX ON layer (place);
INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id, provider_party_id, provider_implied, lifecycle, valid_from)
SELECT DISTINCT ON (c.party_id, p.party_id) :'tenant', uuidv7(), 0, now(), now(), c.party_id, p.party_id, false, 'current', date '2020-01-01'
FROM (SELECT count(*) / (:hops + 1) AS width FROM layer) size
     CROSS JOIN generate_series(0, :links - 1) link
     CROSS JOIN LATERAL (SELECT link % :hops AS hop, link / :hops AS ordinal) at
     JOIN layer p ON p.place = at.hop * size.width + (at.ordinal * 7919 + at.hop) % size.width
     JOIN layer c ON c.place = (at.hop + 1) * size.width + (at.ordinal * 104729 + at.ordinal / size.width) % size.width
ON CONFLICT DO NOTHING;

DELETE FROM match_change WHERE tenant_id = :'tenant';
DELETE FROM segment_dirty WHERE tenant_id = :'tenant';
COMMIT;

DROP TABLE seed, layer;
SET client_min_messages = error;
ANALYZE;
