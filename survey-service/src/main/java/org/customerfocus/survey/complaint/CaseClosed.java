package org.customerfocus.survey.complaint;

import java.util.UUID;

/// The case of a customer was closed, told within the transaction that does so.
public record CaseClosed(UUID caseId, UUID customerId) {}
