-- What an offering does for the customer and how it behaves, and the same in other languages.
ALTER TABLE offering
  ADD COLUMN language text COLLATE "C" CHECK (char_length(language) <= 35),
  ADD COLUMN facility_functionality text CHECK (char_length(facility_functionality) <= 2000),
  ADD COLUMN facility_functioning text CHECK (char_length(facility_functioning) <= 2000),
  ADD COLUMN support_functionality text CHECK (char_length(support_functionality) <= 2000),
  ADD COLUMN support_functioning text CHECK (char_length(support_functioning) <= 2000),
  ADD COLUMN wordings jsonb NOT NULL DEFAULT '[]';
