package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

  private static final OrganizationFields ORGANIZATIONS = new OrganizationFields("e.id");

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
          .build()
          .plus(ORGANIZATIONS.own());

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
    fields.addAll(ORGANIZATIONS.attributes(attributes, codes));
    return OWN.plus(fields);
  }

  private static Relation part(String table, String entity) {
    return new Relation(
        table, "exists (select 1 from %s c where c.partyId = e.id and %%s)".formatted(entity));
  }
}
