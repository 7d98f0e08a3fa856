package org.customerfocus.customer.merge;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Everything that a merge did, or would do.
///
/// @param addedConsentIds refusals said again, since the other party's later permission would
///   otherwise have taken their place
record Outcome(
    List<Field> fields, List<Moved> moved, List<Resolved> resolved, List<UUID> addedConsentIds) {

  /// How many ids of one relation are shown; all are counted.
  static final int SHOWN = 200;

  static final Outcome NONE = new Outcome(List.of(), List.of(), List.of(), List.of());

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

  /// Without what is told of persons.
  Outcome withoutValues() {
    return new Outcome(
        fields.stream().map(Field::withoutValues).toList(), moved, resolved, addedConsentIds);
  }
}
