-- Where in their journey a requirement shows.
ALTER TABLE requirement
  ADD COLUMN touchpoint_id uuid,
  ADD FOREIGN KEY (tenant_id, touchpoint_id) REFERENCES touchpoint (tenant_id, id);
CREATE INDEX requirement_touchpoint ON requirement (tenant_id, touchpoint_id, id);
