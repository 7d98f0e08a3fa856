package org.customerfocus.conventions.job;

import java.util.UUID;

/// A job that a worker may work on until its lease ends.
///
/// @param attempt tells this lease from others of the job
/// @param tries how many attempts in a row, this one included, have not got on
public record Claim(String tenant, UUID id, boolean test, int attempt, int tries) {}
