-- Whose an identity is: several rows of a file may have it for the same holder, such as the
-- references of a party that is a customer of several providers.
ALTER TABLE customer_import_identity ADD COLUMN holder uuid;
