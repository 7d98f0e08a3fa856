package org.customerfocus.customer.party;

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
import org.jspecify.annotations.Nullable;

/// What parties can be told apart by: their own fields, and those of the organisations that they
/// belong to on the day of the question.
@ApplicationScoped
class PartyFields {

  private static final String VALID_MEMBERSHIP =
      "m.memberPartyId = e.id and (m.validFrom is null or m.validFrom <= :today)"
          + " and (m.validTo is null or m.validTo > :today)";

  static final Fields OWN =
      Fields.of("party")
          .sortable("name", String.class)
          .sortable("kind", PartyKind.class)
          .sortable("createdAt", Instant.class)
          .filterable("birthDate", LocalDate.class)
          .related(
              "contactPoint",
              String.class,
              "c.value",
              "value",
              part("contact_point", "ContactPointRow"))
          .related(
              "otherName", String.class, "c.name", "name", part("party_other_name", "PartyNameRow"))
          .related(
              "identifier",
              String.class,
              "c.value",
              "value",
              part("party_identifier", "PartyIdentifierRow"))
          .related(
              "postalCode",
              String.class,
              "c.postalCode",
              "postal_code",
              part("postal_address", "PostalAddressRow"))
          .related(
              "organization.id",
              UUID.class,
              "m.organizationPartyId",
              "organization_party_id",
              new Relation(
                  "membership",
                  "exists (select 1 from Membership m where " + VALID_MEMBERSHIP + " and %s)"))
          .related(
              "organization.name",
              String.class,
              "p.name",
              "name",
              new Relation(
                  "party",
                  "exists (select 1 from Membership m, Party p where "
                      + VALID_MEMBERSHIP
                      + " and p.id = m.organizationPartyId and %s)"))
          .build();

  private final Attributes attributes;

  PartyFields(Attributes attributes) {
    this.attributes = attributes;
  }

  /// The fields, with those of the tenant's attributes that a filter names as `attribute.<code>`.
  Fields namedIn(@Nullable String filter) {
    Set<String> codes = Attributes.codesIn(filter);
    if (codes.isEmpty()) {
      return OWN;
    }
    List<Field> fields =
        new ArrayList<>(
            attributes.fields(AttributeOwner.PARTY, codes, "attribute.", "a.ownerId = e.id"));
    fields.addAll(
        attributes.fields(
            AttributeOwner.PARTY,
            codes,
            "organization.attribute.",
            "Membership m, ",
            VALID_MEMBERSHIP + " and a.ownerId = m.organizationPartyId"));
    return OWN.plus(fields);
  }

  private static Relation part(String table, String entity) {
    return new Relation(
        table, "exists (select 1 from %s c where c.partyId = e.id and %%s)".formatted(entity));
  }
}
