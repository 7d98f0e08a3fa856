package org.customerfocus.customer.relationship;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.party.OrganizationFields;
import org.customerfocus.customer.party.PartyKind;
import org.jspecify.annotations.Nullable;

/// What customers can be told apart by, in the filter of their list and in the rules of segments:
/// their own fields, those of their party, and those of the organisations that the party belongs to
/// on the day of the question.
@ApplicationScoped
public class CustomerFields {

  static final OrganizationFields ORGANIZATIONS = new OrganizationFields("e.partyId");

  static final Fields OWN =
      Fields.of("customer")
          .sortable("partyId", UUID.class)
          .sortable("lifecycle", Lifecycle.class)
          .sortable("createdAt", Instant.class)
          .filterable("providerPartyId", UUID.class)
          .filterable("lifecycleReasonType", LifecycleReasonType.class)
          .filterable("switchedToPartyId", UUID.class)
          .filterable("validFrom", LocalDate.class)
          .filterable("validTo", LocalDate.class)
          .related("role", String.class, "r.type", "type", role())
          .related("roleOfferingId", UUID.class, "r.offeringId", "offering_id", role())
          .related(
              "offeringId",
              UUID.class,
              "o.offeringId",
              "offering_id",
              new Relation(
                  "customer_offering",
                  "exists (select 1 from CustomerOfferingRow o where o.customerId = e.id and %s)"))
          .related("party.name", String.class, "p.name", "name", party())
          .related("party.kind", PartyKind.class, "p.kind", "kind", party())
          .build()
          .plus(ORGANIZATIONS.own());

  private final Attributes attributes;

  CustomerFields(Attributes attributes) {
    this.attributes = attributes;
  }

  private static Relation role() {
    return new Relation(
        "customer_role",
        "exists (select 1 from CustomerRoleRow r where r.customerId = e.id"
            + " and (r.validFrom is null or r.validFrom <= :today)"
            + " and (r.validTo is null or r.validTo > :today) and %s)");
  }

  /// The fields with the life cycle of the day of the question, where that is not the present one.
  static Fields asOf(Fields fields) {
    Relation phase =
        new Relation(
            "customer_lifecycle",
            "exists (select 1 from CustomerLifecycleRow l where l.customerId = e.id"
                + " and (l.validFrom is null or l.validFrom <= :today)"
                + " and (l.validTo is null or l.validTo > :today) and %s)");
    return fields.plus(
        List.of(
            new Field("lifecycle", "l.lifecycle", "lifecycle", Lifecycle.class, false, phase),
            new Field(
                "lifecycleReasonType",
                "l.reasonType",
                "reason_type",
                LifecycleReasonType.class,
                false,
                phase),
            new Field(
                "switchedToPartyId",
                "l.switchedToPartyId",
                "switched_to_party_id",
                UUID.class,
                false,
                phase)));
  }

  private static Relation party() {
    return new Relation("party", "exists (select 1 from Party p where p.id = e.partyId and %s)");
  }

  /// The fields, with those of the tenant's attributes that a text names as `attribute.<code>`.
  ///
  /// @param text a filter, or the names of a rule's fields
  public Fields namedIn(@Nullable String text) {
    Set<String> codes = Attributes.codesIn(text);
    if (codes.isEmpty()) {
      return OWN;
    }
    List<Field> fields = new ArrayList<>();
    fields.addAll(
        attributes.fields(AttributeOwner.CUSTOMER, codes, "attribute.", "a.ownerId = e.id"));
    fields.addAll(
        attributes.fields(
            AttributeOwner.PARTY, codes, "party.attribute.", "a.ownerId = e.partyId"));
    fields.addAll(ORGANIZATIONS.attributes(attributes, codes));
    return OWN.plus(fields);
  }
}
