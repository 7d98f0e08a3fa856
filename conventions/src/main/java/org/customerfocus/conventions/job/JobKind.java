package org.customerfocus.conventions.job;

import java.time.Duration;

/// A kind of job, and where its rows lie: `<table>_job` holds which work there is (`tenant_id,
/// import_id, test, queued_at, leased_until, attempt, failures`, open to the job role), and
/// `<table>_piece` the file until the job has ended (`tenant_id, import_id, ordinal, bytes`).
///
/// @param table such as `survey_import`
/// @param worker who does the work, as the journal names it
/// @param lease how long a worker is waited for that does not say it is still there
/// @param chunk how many rows are worked on in one transaction at most
public record JobKind(String table, String worker, Duration lease, int chunk) {

  String jobs() {
    return table + "_job";
  }

  String pieces() {
    return table + "_piece";
  }
}
