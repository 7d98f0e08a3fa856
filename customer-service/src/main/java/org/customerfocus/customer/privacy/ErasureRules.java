package org.customerfocus.customer.privacy;

import java.util.Map;
import java.util.Set;

/// How a party's rows are erased, where that is not the general rule.
///
/// The general rule needs no entry: of the tables that foreign keys lead to from a party or its
/// relationships, rows with free text, JSON or bytes are deleted, and rows of ids, codes, dates and
/// numbers alone stay, since they tell nothing without the party. Free text is every text column
/// without a list of allowed values.
final class ErasureRules {

  /// What stands where a text was that cannot be empty.
  static final String ERASED = "Erased";

  /// Tables whose rows stay, without their texts: counts and figures go on without the person. Each
  /// with the text columns that hold codes, and so stay as well.
  static final Map<String, Set<String>> KEPT =
      Map.ofEntries(
          Map.entry("customer", Set.of()),
          Map.entry("customer_role", Set.of("type")),
          Map.entry("customer_offering", Set.of()),
          Map.entry("customer_lifecycle", Set.of()),
          Map.entry("customer_compensation", Set.of("currency", "per")),
          Map.entry("customer_import_row", Set.of("file_digest")),
          Map.entry("consent", Set.of("purpose")),
          Map.entry("interaction", Set.of()),
          Map.entry("interaction_participant", Set.of()),
          Map.entry("purchase", Set.of("currency")),
          Map.entry("referral", Set.of()),
          // The id of a merged party leads to the tombstone; without its steps there is no way
          // back.
          Map.entry("merge", Set.of()),
          Map.entry("privacy_request", Set.of()),
          Map.entry("privacy_request_part", Set.of("service")));

  /// Tables that no foreign key leads to and that hold what was sent in as it was sent: the imports
  /// delete rows that are about the party.
  static final Set<String> SEARCHED = Set.of("customer_import_refused_row");

  /// What an import holds while it is under way: it ends with the import, and that ends where the
  /// party is in it.
  static final Set<String> PASSING = Set.of("customer_import_piece");

  /// What the conventions keep: details and stored answers go, the chained entries and the events
  /// hold ids alone, and a call that waits is one of an erasure itself.
  static final Set<String> JOURNAL =
      Set.of(
          "audit_entry",
          "audit_detail",
          "outbox_event",
          "idempotent_answer",
          "feed_cursor",
          "peer_call");

  /// Tables with texts that are about no party.
  static final Set<String> IMPERSONAL =
      Set.of(
          "attribute_definition",
          "competitor_comparison",
          "customer_import",
          "journey",
          "journey_step",
          "match_model",
          "offering",
          "requirement",
          "role_type",
          "segment",
          "segment_state",
          "segment_use",
          "touchpoint");

  private ErasureRules() {}
}
