-- Whether an unfinished anonymous response is that of an invited person. Nothing leads to the
-- invitation; but it has to be completed where it was begun, or the invitation would stay open.
-- Forgotten once the response is complete.
ALTER TABLE response ADD COLUMN invited boolean NOT NULL DEFAULT false;

-- By which a request that finished a sitting is recognised when it is sent again: made of the
-- request with a secret that is not in the database.
ALTER TABLE anonymous_sitting ADD COLUMN request uuid;
