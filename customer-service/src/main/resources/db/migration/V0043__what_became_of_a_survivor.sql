-- What a row is that others have become: asked whenever one is to be deleted.
CREATE INDEX merge_redirect_kept ON merge_redirect (tenant_id, kept_id, merge_id);
