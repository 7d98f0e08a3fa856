package org.customerfocus.customer.need;

import java.util.List;
import java.util.UUID;

/// What a requirement has of its own rows for.
record RequirementParts(
    List<RequirementImportance> importances, List<UUID> needIds, List<Evidence> evidence) {}
