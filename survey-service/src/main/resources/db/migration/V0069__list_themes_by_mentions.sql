-- What most speak of comes first.
CREATE INDEX theme_mentions ON theme (tenant_id, mentions, id);
