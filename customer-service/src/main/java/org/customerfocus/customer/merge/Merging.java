package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.merge.FieldChoice.MergedResource;
import org.customerfocus.customer.merge.RowRepository.Clash;
import org.customerfocus.customer.merge.SchemaRepository.Reference;
import org.customerfocus.customer.merge.SchemaRepository.Table;
import org.customerfocus.customer.merge.SchemaRepository.UniqueKey;
import org.jspecify.annotations.Nullable;

/// Makes one row of two, and with it whatever refers to them: every row that referred to the one
/// that goes refers to the one that stays; where both may not exist, the two are merged in the same
/// way in their turn. The row that goes is removed last, which the database refuses as long as
/// anything still refers to it.
@ApplicationScoped
class Merging {

  private final SchemaRepository schema;
  private final RowRepository rows;
  private final ConsentRestatementRepository consents;

  Merging(SchemaRepository schema, RowRepository rows, ConsentRestatementRepository consents) {
    this.schema = schema;
    this.rows = rows;
    this.consents = consents;
  }

  OutcomeBuilder merge(MergeRequest request, Journaling journal) {
    OutcomeBuilder outcome = new OutcomeBuilder();
    UUID kept = request.survivorId();
    UUID dropped = request.mergedId();
    Map<String, Side> choices = choices(request);
    // Before the statements of both are mixed: afterwards nobody could tell whose was whose.
    List<UUID> restated = consents.restate(kept, dropped, journal.now());
    restated.forEach(id -> rows.added(schema.table("consent"), id, journal));
    outcome.consents(restated);
    one(schema.table(TableRules.PARTY), kept, dropped, choices, journal, outcome);
    if (!choices.isEmpty()) {
      throw unknown(request, choices, outcome);
    }
    return outcome;
  }

  private static Map<String, Side> choices(MergeRequest request) {
    Map<String, Side> choices = new LinkedHashMap<>();
    for (FieldChoice choice : request.choices()) {
      choices.put(choice.resource().wire() + " " + choice.field(), choice.from());
    }
    return choices;
  }

  private static ProblemException unknown(
      MergeRequest request, Map<String, Side> left, OutcomeBuilder outcome) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < request.choices().size(); i++) {
      FieldChoice choice = request.choices().get(i);
      if (left.containsKey(choice.resource().wire() + " " + choice.field())) {
        List<String> known =
            outcome.build().fields().stream()
                .filter(field -> field.resource().equals(choice.resource().wire()))
                .map(Outcome.Field::field)
                .distinct()
                .toList();
        faults.add(
            FieldError.at(
                "/fieldChoices/%d/field".formatted(i),
                known.isEmpty()
                    ? "there are no two of this resource that become one"
                    : "must be one of " + String.join(", ", known)));
      }
    }
    return ProblemException.invalid(faults);
  }

  private void one(
      Table table,
      UUID kept,
      UUID dropped,
      Map<String, Side> choices,
      Journaling journal,
      OutcomeBuilder outcome) {
    for (Reference reference : schema.referencesTo(table.name())) {
      refer(table, reference, kept, dropped, choices, journal, outcome);
    }
    fields(table, kept, dropped, choices, journal, outcome);
    rows.remove(table, "t.id = :dropped", Map.of("dropped", dropped), journal);
    outcome.became(table.name(), dropped, kept);
  }

  /// Lets one sort of rows refer to the row that stays.
  private void refer(
      Table parent,
      Reference reference,
      UUID kept,
      UUID dropped,
      Map<String, Side> choices,
      Journaling journal,
      OutcomeBuilder outcome) {
    Table table = schema.table(reference.table());
    String column = reference.column();
    if (TableRules.isDerived(table.name())) {
      String judged = TableRules.judgedByPeople(table.name());
      if (judged != null) {
        rows.remove(
            table, "t.%s = :of AND %s".formatted(column, judged), Map.of("of", dropped), journal);
      }
      rows.discard(table, column, dropped);
      return;
    }
    if (!rows.anyRefers(table, column, dropped)) {
      return;
    }
    unrelate(parent, table, column, kept, dropped, journal, outcome);
    String history = TableRules.historyOf(table.name());
    if (history != null && rows.anyRefers(table, column, kept)) {
      boolean merged = choices.get(parent.name() + " " + history) == Side.MERGED;
      UUID given = merged ? kept : dropped;
      int gone = rows.remove(table, "t.%s = :of".formatted(column), Map.of("of", given), journal);
      rows.idsOfSteps(journal.merge(), journal.steps() - gone, Math.min(gone, Outcome.SHOWN))
          .forEach(id -> outcome.resolved(table.name(), id, null, MergeReason.ONE_HISTORY));
      if (!merged) {
        return;
      }
    }
    if (table.name().equals(TableRules.SEGMENT_CHANGE)) {
      rows.remove(table, TableRules.ENTERED_TWICE, Map.of("of", dropped, "kept", kept), journal);
    }
    if (table.has("place")) {
      for (Clash clash : rows.same(table, column, dropped, kept)) {
        resolve(table, clash, MergeReason.SAME_CONTENT, choices, journal, outcome);
      }
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      if (unique.columns().contains(column)) {
        for (Clash clash : rows.clashes(table, unique, column, dropped, kept)) {
          resolve(table, clash, MergeReason.ONE_OF_A_KIND, choices, journal, outcome);
        }
      }
    }
    int before = journal.steps();
    int count = rows.move(table, column, dropped, kept, journal);
    if (count > 0) {
      outcome.moved(
          table.name(), column, count, rows.idsOfSteps(journal.merge(), before, Outcome.SHOWN));
    }
  }

  /// Two rows that may not both be the survivor's become one; a row that has no id of its own, so
  /// that nothing refers to it, gives way.
  private void resolve(
      Table table,
      Clash clash,
      MergeReason reason,
      Map<String, Side> choices,
      Journaling journal,
      OutcomeBuilder outcome) {
    outcome.resolved(table.name(), clash.droppedId(), clash.keptId(), reason);
    if (clash.keptId() != null && clash.droppedId() != null) {
      UUID kept = clash.keptId();
      UUID dropped = clash.droppedId();
      UUID about = rows.concerned(table, parties(table), kept, journal.party());
      journal.about(about, () -> one(table, kept, dropped, choices, journal, outcome));
    } else {
      rows.removeByKey(table, clash.droppedKey(), journal);
    }
  }

  private List<String> parties(Table table) {
    return schema.referencesTo(TableRules.PARTY).stream()
        .filter(reference -> reference.table().equals(table.name()))
        .map(Reference::column)
        .toList();
  }

  /// Takes away what related the two to each other.
  private void unrelate(
      Table parent,
      Table table,
      String column,
      UUID kept,
      UUID dropped,
      Journaling journal,
      OutcomeBuilder outcome) {
    for (Reference other : schema.referencesTo(parent.name())) {
      if (other.table().equals(table.name()) && !other.column().equals(column) && table.hasId()) {
        for (UUID id : rows.relating(table, column, dropped, other.column(), kept)) {
          if (table.name().equals(TableRules.CUSTOMER)) {
            throw new ProblemException(
                MergeProblems.MERGE_NOT_POSSIBLE,
                ("The customer relationship %s names both of them, as customer, as provider or as the"
                        + " one switched to. Correct it first, or delete it if it was a mistake.")
                    .formatted(id));
          }
          outcome.resolved(table.name(), id, null, MergeReason.RELATED_THE_TWO);
          removeWhole(table, id, journal);
        }
      }
    }
  }

  private void removeWhole(Table table, UUID id, Journaling journal) {
    for (Reference reference : schema.referencesTo(table.name())) {
      Table dependent = schema.table(reference.table());
      if (dependent.hasId() && !schema.referencesTo(dependent.name()).isEmpty()) {
        rows.referring(dependent, reference.column(), id)
            .forEach(each -> removeWhole(dependent, each, journal));
      } else {
        rows.remove(
            dependent, "t.%s = :of".formatted(reference.column()), Map.of("of", id), journal);
      }
    }
    rows.remove(table, "t.id = :id", Map.of("id", id), journal);
  }

  /// Chooses the values of the row that stays.
  private void fields(
      Table table,
      UUID kept,
      UUID dropped,
      Map<String, Side> choices,
      Journaling journal,
      OutcomeBuilder outcome) {
    Map<String, @Nullable String> own = rows.values(table, kept);
    Map<String, @Nullable String> other = rows.values(table, dropped);
    Map<String, List<String>> byField = new LinkedHashMap<>();
    table.columns().stream()
        .sorted()
        .filter(TableRules::isField)
        .forEach(
            column ->
                byField
                    .computeIfAbsent(TableRules.field(column), f -> new ArrayList<>())
                    .add(column));
    List<String> taken = new ArrayList<>();
    byField.forEach(
        (field, columns) -> {
          boolean same = columns.stream().allMatch(c -> Objects.equals(own.get(c), other.get(c)));
          Side side = side(table, field, columns, own, other, choices);
          boolean shown = isShown(table);
          if (shown) {
            String told = columns.contains(field) ? field : columns.getFirst();
            outcome.field(
                new Outcome.Field(
                    TableRules.resource(table.name()),
                    kept,
                    field,
                    own.get(told),
                    other.get(told),
                    side));
          }
          if (side == Side.MERGED && !same) {
            taken.addAll(columns);
          }
        });
    if (table.name().equals(TableRules.CUSTOMER)
        && Boolean.parseBoolean(other.get(TableRules.PROVIDER_IMPLIED))) {
      // The own organisation stays who provides, also once another party stands for the tenant.
      taken.add(TableRules.PROVIDER_IMPLIED);
    }
    if (table.isAggregate()) {
      rows.take(table, kept, dropped, taken, journal);
    }
  }

  private static boolean isShown(Table table) {
    return table.name().equals(TableRules.PARTY) || table.name().equals(TableRules.CUSTOMER);
  }

  private static Side side(
      Table table,
      String field,
      List<String> columns,
      Map<String, @Nullable String> own,
      Map<String, @Nullable String> other,
      Map<String, Side> choices) {
    for (MergedResource target : MergedResource.values()) {
      if (target.wire().equals(table.name())) {
        Side chosen = choices.remove(target.wire() + " " + field);
        if (chosen != null) {
          return chosen;
        }
      }
    }
    // A relationship's empty end means that it goes on: that is a value, not a gap.
    boolean gap =
        table.name().equals(TableRules.PARTY)
            && columns.stream().allMatch(c -> own.get(c) == null)
            && columns.stream().anyMatch(c -> other.get(c) != null);
    return gap ? Side.MERGED : Side.SURVIVOR;
  }
}
