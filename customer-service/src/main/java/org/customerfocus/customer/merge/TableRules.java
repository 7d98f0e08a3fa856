package org.customerfocus.customer.merge;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the schema cannot tell of a table.
final class TableRules {

  static final String PARTY = "party";
  static final String CUSTOMER = "customer";
  static final String PROVIDER_IMPLIED = "provider_implied";
  static final String SEGMENT_CHANGE = "segment_change";

  /// The changes `t` of a customer by which it entered a segment that the other one of the pair `p`
  /// is in as well: the two are one member, which entered once.
  static final String ENTERED_TWICE =
      """
      t.customer_id = p.dropped_id
      AND (SELECT count(*) FROM segment_member m
           WHERE m.segment_id = t.segment_id AND m.customer_id IN (p.dropped_id, p.kept_id)) = 2""";

  /// Worked out from other rows by whoever owns them: what was of the merged party is dropped, and
  /// worked out again after a merge and after its undoing.
  private static final Set<String> DERIVED =
      Set.of("match_profile", "match_key", "match_change", "duplicate");

  /// Kept up to date from other rows: an undo restores them without asking whether they have
  /// changed since.
  private static final Set<String> FOLLOWING =
      Set.of("segment_member", "segment_change", "segment_dirty");

  /// Histories with one line only, and the field of what they are a history of: whoever's value
  /// that field has, theirs is the history; no field means the survivor's.
  private static final Map<String, String> HISTORIES =
      Map.of("customer_lifecycle", "lifecycle", "party_version", "");

  // A phase, its reason, its date and the dates of the whole make sense together only.
  private static final Pattern LIFECYCLE =
      Pattern.compile("lifecycle(_.*)?|switched_to_party_id|valid_from|valid_to");

  // One column alone would make a person of one's given and the other's family name.
  private static final Pattern PART_OF_NAME = Pattern.compile("(.*_)?name(_.*)?");

  private static final Set<String> KEEPING =
      Set.of(
          "tenant_id",
          "id",
          "version",
          "created_at",
          "updated_at",
          "kind",
          "party_id",
          "provider_party_id",
          PROVIDER_IMPLIED,
          "erased_at");

  private TableRules() {}

  static boolean isDerived(String table) {
    return DERIVED.contains(table);
  }

  /// Which of the derived rows `t` people have judged, which nothing works out again; null where
  /// they judge none.
  static @Nullable String judgedByPeople(String table) {
    return table.equals("duplicate") ? "t.status <> 'open'" : null;
  }

  /// What has to be there for a removed row `r` to be of any use again.
  static String stillOfUse(String table) {
    return table.equals("duplicate")
        ? " AND (SELECT count(*) FROM party p WHERE p.id IN (r.left_party_id, r.right_party_id)) = 2"
        : "";
  }

  /// The field that decides whose history stands, or null for what is no history.
  static @Nullable String historyOf(String table) {
    return HISTORIES.get(table);
  }

  static boolean isFollowing(String table) {
    return FOLLOWING.contains(table);
  }

  /// Whether a value of the column can be chosen from either of two rows.
  static boolean isField(String column) {
    return !KEEPING.contains(column);
  }

  /// The field that a column is a part of, as the API names it.
  static String field(String column) {
    if (PART_OF_NAME.matcher(column).matches()) {
      return "name";
    }
    if (LIFECYCLE.matcher(column).matches()) {
      return "lifecycle";
    }
    StringBuilder camel = new StringBuilder();
    for (int i = 0; i < column.length(); i++) {
      if (column.charAt(i) == '_' && i + 1 < column.length()) {
        i++;
        camel.append(Character.toUpperCase(column.charAt(i)));
      } else {
        camel.append(column.charAt(i));
      }
    }
    return camel.toString();
  }

  /// A table as the API names it.
  static String resource(String table) {
    return table.replace('_', '-');
  }
}
