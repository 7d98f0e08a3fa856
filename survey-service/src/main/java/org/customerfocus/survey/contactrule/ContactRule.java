package org.customerfocus.survey.contactrule;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// Not more than so many contacts with one person in so many days.
@Entity
class ContactRule extends VersionedEntity {

  private String name;
  private int maxContacts;
  private int days;
  private @Nullable String role;
  private @Nullable UUID segmentId;
  private @Nullable UUID organizationPartyId;

  @SuppressWarnings("NullAway.Init")
  protected ContactRule() {}

  ContactRule(ContactRuleRequest request, Instant now) {
    super(now);
    take(request);
  }

  /// @return whether anything differs
  boolean change(ContactRuleRequest request, Instant now) {
    if (request.equals(asRequest())) {
      return false;
    }
    take(request);
    touch(now);
    return true;
  }

  private void take(ContactRuleRequest request) {
    name = request.name();
    maxContacts = request.maxContacts();
    days = request.days();
    role = request.role();
    segmentId = request.segmentId();
    organizationPartyId = request.organizationPartyId();
  }

  ContactRuleRequest asRequest() {
    return new ContactRuleRequest(name, maxContacts, days, role, segmentId, organizationPartyId);
  }

  /// Whether the rule speaks of someone.
  boolean protects(Contacts.Person person) {
    return (role == null || person.roles().contains(role))
        && (segmentId == null || person.segmentIds().contains(segmentId))
        && (organizationPartyId == null
            || organizationPartyId.equals(person.organizationPartyId()));
  }

  int maxContacts() {
    return maxContacts;
  }

  int days() {
    return days;
  }
}
