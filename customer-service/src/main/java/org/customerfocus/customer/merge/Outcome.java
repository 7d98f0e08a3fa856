package org.customerfocus.customer.merge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Everything that a merge did, or would do.
///
/// @param resolved the first [#SHOWN] of each resource and reason
/// @param resolvedCounts how many there are of each
/// @param addedConsentIds refusals said again, since the other party's later permission would
///   otherwise have taken their place; the first [#SHOWN]
record Outcome(
    List<Field> fields,
    List<Moved> moved,
    List<Resolved> resolved,
    List<ResolvedCount> resolvedCounts,
    List<UUID> addedConsentIds,
    long addedConsentCount) {

  /// How many ids of one relation are shown; all are counted.
  static final int SHOWN = 200;

  /// Of how many relationships that become one the fields are shown.
  static final int SHOWN_PAIRS = 20;

  static final Outcome NONE = new Outcome(List.of(), List.of(), List.of(), List.of(), List.of(), 0);

  // Of outcomes that were stored before anything was counted, all is shown.
  Outcome {
    if (resolvedCounts == null) {
      resolvedCounts =
          resolved.stream()
              .collect(
                  Collectors.groupingBy(
                      each -> new ResolvedCount(each.resource(), each.reason(), 0),
                      LinkedHashMap::new,
                      Collectors.counting()))
              .entrySet()
              .stream()
              .map(
                  each ->
                      new ResolvedCount(
                          each.getKey().resource(), each.getKey().reason(), each.getValue()))
              .toList();
      addedConsentCount = addedConsentIds.size();
    }
  }

  /// One field of the party, or of two relationships that became one.
  @Schema(name = "MergedField", description = "One field, its two values and which one it has.")
  record Field(
      @Schema(description = "What it is a field of, such as party or customer.") String resource,
      @Schema(description = "The row that stays.") UUID keptId,
      String field,
      @Nullable String survivorValue,
      @Nullable String mergedValue,
      Side taken) {

    Field withoutValues() {
      return new Field(resource, keptId, field, null, null, taken);
    }
  }

  /// Rows that belong to the survivor now.
  @Schema(name = "MergedRelation", description = "Rows that now refer to the survivor.")
  record Moved(
      @Schema(description = "What was moved, such as contact-point.") String resource,
      @Schema(description = "By which field it refers to the survivor.") String field,
      long count,
      @Schema(description = "The first 200.") List<UUID> ids) {}

  /// A row that could not be moved.
  @Schema(name = "MergeConflict", description = "A row that could not just be moved, and why.")
  record Resolved(
      String resource,
      @Schema(description = "Absent for what has no id of its own.") @Nullable UUID removedId,
      @Schema(description = "The row that stands for it, where one does.") @Nullable UUID keptId,
      MergeReason reason) {}

  /// How many rows of a resource could not just be moved, for one reason.
  @Schema(
      name = "MergeConflictCount",
      description = "How many rows of a resource could not just be moved, for one reason.")
  record ResolvedCount(String resource, MergeReason reason, long count) {}

  /// Without what is told of persons.
  Outcome withoutValues() {
    return new Outcome(
        fields.stream().map(Field::withoutValues).toList(),
        moved,
        resolved,
        resolvedCounts,
        addedConsentIds,
        addedConsentCount);
  }
}
