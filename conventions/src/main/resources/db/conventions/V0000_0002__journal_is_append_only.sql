-- What happened is not rewritten by those who did it: requests append, the sealer seals.
REVOKE UPDATE, DELETE ON audit_entry, outbox_event FROM "${app}";
