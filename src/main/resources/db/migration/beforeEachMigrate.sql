-- A migration takes as long as it takes, whatever a reading may.
set local statement_timeout = 0;
