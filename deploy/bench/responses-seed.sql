-- :responses responses of the tenant :tenant to the version :version of the survey :survey, with an answer to each
-- of its 20 questions; made by the owner's role in sets.
\set ON_ERROR_STOP on
SET synchronous_commit = off;
SET maintenance_work_mem = '256MB';

CREATE TEMP TABLE seed AS SELECT n, uuidv7() AS id FROM generate_series(1, :responses) n;

-- Each answer's response is there: it is checked once at the end, not twenty million times on the way.
BEGIN;
SELECT conname AS foreign_key FROM pg_constraint
WHERE conrelid = 'answer'::regclass AND confrelid = 'response'::regclass \gset
ALTER TABLE answer DROP CONSTRAINT :"foreign_key";

INSERT INTO response (tenant_id, id, survey_id, survey_version_id, responded_at, recorded_at, channel)
SELECT :'tenant', id, :'survey', :'version', now() - n * interval '1 second', now(), 'api' FROM seed;

INSERT INTO answer (tenant_id, response_id, link_id, ordinal, value, option_code, number, text, day)
SELECT :'tenant', id, link_id, ordinal, value, option_code, number, text, day
FROM seed
CROSS JOIN LATERAL (SELECT hashint4(n) & 1048575 AS draw) drawn
CROSS JOIN LATERAL (
  SELECT link_id, 0::smallint AS ordinal, value::smallint, NULL AS option_code, NULL::numeric AS number,
         NULL AS text, NULL::date AS day
  FROM (VALUES ('recommend', draw % 11), ('ease', 1 + draw % 7), ('satisfied', 1 + draw % 5)) named(link_id, value)
  UNION ALL SELECT 'scale-' || i, 0, (1 + (draw >> i) % 5)::smallint, NULL, NULL, NULL, NULL FROM generate_series(1, 9) i
  UNION ALL SELECT 'choice-' || i, 0, NULL, substr('abcd', 1 + (draw >> i) % 4, 1), NULL, NULL, NULL FROM generate_series(1, 3) i
  UNION ALL SELECT 'used', place, NULL, substr('abcd', 1 + (draw + place) % 4, 1), NULL, NULL, NULL FROM (VALUES (0::smallint), (1)) two(place)
  UNION ALL SELECT 'minutes', 0, NULL, NULL, draw % 600 / 10.0, NULL, NULL
  UNION ALL SELECT 'city', 0, NULL, NULL, NULL, 'City ' || draw % 5000, NULL
  UNION ALL SELECT 'why', 0, NULL, NULL, NULL, 'It took ' || draw % 90 || ' minutes, and "nobody" knew why.', NULL
  UNION ALL SELECT 'day', 0, NULL, NULL, NULL, NULL, date '2026-01-01' + draw % 300) answers;

ALTER TABLE answer ADD CONSTRAINT :"foreign_key"
  FOREIGN KEY (tenant_id, response_id) REFERENCES response (tenant_id, id) ON DELETE CASCADE;
COMMIT;

DROP TABLE seed;
SET client_min_messages = error;
ANALYZE response, answer;
