package org.customerfocus.survey.contactrule;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A contact rule as it is answered.
@Schema(description = "How often people may be asked.")
record ContactRuleView(
    UUID id,
    String name,
    Integer maxContacts,
    Integer days,
    @Nullable String role,
    @Nullable UUID segmentId,
    @Nullable UUID organizationPartyId,
    Instant createdAt,
    Instant updatedAt) {

  static ContactRuleView of(ContactRule rule) {
    ContactRuleRequest as = rule.asRequest();
    return new ContactRuleView(
        rule.id(),
        as.name(),
        as.maxContacts(),
        as.days(),
        as.role(),
        as.segmentId(),
        as.organizationPartyId(),
        rule.createdAt(),
        rule.updatedAt());
  }
}
