-- Consents are true or false; a share of a constant sum is an option with a number, and an open
-- option comes with words.
ALTER TABLE answer ADD COLUMN truth boolean;
ALTER TABLE answer DROP CONSTRAINT answer_check;
ALTER TABLE answer ADD CONSTRAINT answer_one_value CHECK (
  num_nonnulls(value, option_code, number, text, day, truth, non_answer) = 1
  OR (option_code IS NOT NULL AND num_nonnulls(number, text) = 1
      AND num_nonnulls(value, day, truth, non_answer) = 0)) NOT VALID;
ALTER TABLE answer VALIDATE CONSTRAINT answer_one_value;
