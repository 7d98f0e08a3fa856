package org.customerfocus.customer.party;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;

/// The fields of the organisations that a party belongs to on the day of the question.
///
/// @param party the HQL path of the party's id
public record OrganizationFields(String party) {

  /// HQL over the alias `m`: whether the party is a member on that day.
  public String validMembership() {
    return "m.memberPartyId = "
        + party
        + " and (m.validFrom is null or m.validFrom <= :today)"
        + " and (m.validTo is null or m.validTo > :today)";
  }

  /// Those that every organisation has.
  public List<Field> own() {
    return List.of(
        new Field(
            "organization.id",
            "m.organizationPartyId",
            "organization_party_id",
            UUID.class,
            false,
            new Relation(
                "membership",
                "exists (select 1 from Membership m where " + validMembership() + " and %s)")),
        new Field(
            "organization.name",
            "p.name",
            "name",
            String.class,
            false,
            new Relation(
                "party",
                "exists (select 1 from Membership m, Party p where "
                    + validMembership()
                    + " and p.id = m.organizationPartyId and %s)")));
  }

  /// The tenant's attributes of organisations, as `organization.attribute.<code>`.
  public List<Field> attributes(Attributes attributes, Collection<String> codes) {
    return attributes.fields(
        AttributeOwner.PARTY,
        codes,
        "organization.attribute.",
        "Membership m, ",
        validMembership() + " and a.ownerId = m.organizationPartyId");
  }
}
