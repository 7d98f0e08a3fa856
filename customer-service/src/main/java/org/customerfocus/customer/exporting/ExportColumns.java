package org.customerfocus.customer.exporting;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The columns of an exported table: the paths of the fields that its rows have. Lists have as many
/// columns as the longest one needs, so that a table loses nothing.
final class ExportColumns {

  private static final List<String> PARTY =
      List.of("kind", "name", "givenName", "familyName", "birthDate");
  private static final List<String> SPAN = List.of("validFrom", "validTo");

  private final Set<String> columns = new LinkedHashSet<>();

  /// @param extents how long the longest list of each kind is
  static ExportColumns ofParties(Extents extents) {
    ExportColumns columns = new ExportColumns();
    columns.add("", List.of("partyId"));
    columns.party(extents);
    columns.add("", List.of("createdAt", "updatedAt"));
    return columns;
  }

  /// @param extents how long the longest list of each kind is
  static ExportColumns ofCustomers(Extents extents) {
    ExportColumns columns = new ExportColumns();
    columns.add("", List.of("id", "partyId", "providerPartyId"));
    columns.party(extents);
    columns.add(
        "",
        List.of(
            "lifecycle",
            "lifecycleReasonType",
            "lifecycleReason",
            "switchedToPartyId",
            "lifecycleSince"));
    columns.list("roles", extents.of("customer_role"), with(List.of("type", "offeringId"), SPAN));
    columns.list("externalRefs", extents.of("customer_external_ref"), List.of("scheme", "value"));
    columns.values("offeringIds", extents.of("customer_offering"));
    columns.list(
        "compensation",
        extents.of("customer_compensation"),
        List.of("kind", "description", "amount.amount", "amount.currency", "per"));
    columns.add("", SPAN);
    columns.add("attributes.", extents.customerAttributes());
    columns.add("", List.of("createdAt", "updatedAt"));
    return columns;
  }

  static ExportColumns ofPurchases() {
    ExportColumns columns = new ExportColumns();
    columns.add("", List.of("id", "customerId", "offeringId", "purchasedAt"));
    columns.add("amount.", List.of("amount", "currency"));
    columns.add("externalRef.", List.of("scheme", "value"));
    columns.add("", List.of("createdAt", "updatedAt"));
    return columns;
  }

  private void party(Extents extents) {
    add("party.", PARTY);
    list("party.otherNames", extents.of("party_other_name"), with(List.of("type", "name"), SPAN));
    list(
        "party.contactPoints",
        extents.of("contact_point"),
        with(
            List.of("type", "value", "purpose", "verification.method", "verification.verifiedAt"),
            SPAN));
    for (int i = 0; i < extents.of("postal_address"); i++) {
      values("party.postalAddresses." + i + ".lines", extents.of("address_line"));
      add(
          "party.postalAddresses." + i + ".",
          with(List.of("postalCode", "locality", "region", "country", "purpose"), SPAN));
    }
    list(
        "party.identifiers",
        extents.of("party_identifier"),
        with(List.of("scheme", "value"), SPAN));
    list("party.externalRefs", extents.of("party_external_ref"), List.of("scheme", "value"));
    values("party.preferences.languages", extents.of("language"));
    add("party.preferences.", List.of("timeZone"));
    values("party.preferences.channels", extents.of("channel"));
    add("party.attributes.", extents.partyAttributes());
    list(
        "memberships",
        extents.of("membership"),
        with(List.of("organizationPartyId", "type"), SPAN));
  }

  private void add(String prefix, List<String> names) {
    names.forEach(name -> columns.add(prefix + name));
  }

  private void values(String prefix, int count) {
    for (int i = 0; i < count; i++) {
      columns.add(prefix + "." + i);
    }
  }

  private void list(String prefix, int count, List<String> members) {
    for (int i = 0; i < count; i++) {
      add(prefix + "." + i + ".", members);
    }
  }

  private static List<String> with(List<String> names, List<String> more) {
    List<String> all = new ArrayList<>(names);
    all.addAll(more);
    return all;
  }

  String[] header() {
    return columns.toArray(String[]::new);
  }

  /// The cells of a row.
  ///
  /// @throws IllegalStateException when the row says something that no column has: it was recorded
  ///   after the header was written, and a table that leaves it out would be wrong
  @Nullable Object[] cells(JsonNode row) {
    int used = 0;
    @Nullable Object[] cells = new Object[columns.size()];
    int place = 0;
    for (String column : columns) {
      JsonNode node = row;
      for (String step : column.split("\\.", -1)) {
        node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
      }
      if (node.isValueNode() && !node.isNull()) {
        cells[place] = node.isNumber() ? node.decimalValue() : node.asText();
        used++;
      }
      place++;
    }
    if (used != leaves(row)) {
      throw new IllegalStateException("A row has more than the columns of the table");
    }
    return cells;
  }

  private static int leaves(JsonNode node) {
    if (node.isValueNode()) {
      return node.isNull() ? 0 : 1;
    }
    int leaves = 0;
    for (JsonNode each : node) {
      leaves += leaves(each);
    }
    return leaves;
  }
}
