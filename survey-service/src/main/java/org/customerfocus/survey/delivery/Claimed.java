package org.customerfocus.survey.delivery;

import java.util.UUID;

/// An e-mail that a worker may send until its lease ends.
///
/// @param attempt tells this lease from others of the e-mail
record Claimed(String tenant, UUID mail, boolean test, int attempt) {}
