package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.merge.PairRepository.Values;
import org.customerfocus.customer.merge.SchemaRepository.Reference;
import org.customerfocus.customer.merge.SchemaRepository.Table;
import org.customerfocus.customer.merge.SchemaRepository.UniqueKey;

/// Makes one row of two, and with it whatever refers to them: every row that referred to the one
/// that goes refers to the one that stays; where both may not exist, the two are merged in the same
/// way in their turn. The row that goes is removed last, which the database refuses as long as
/// anything still refers to it.
///
/// All rows of a table that are merged in their turn are merged together, so that the number of
/// statements depends on the schema and not on how much there is of the two parties.
@ApplicationScoped
class Merging {

  private final SchemaRepository schema;
  private final PairRepository pairs;
  private final RowRepository rows;
  private final ConsentRestatementRepository consents;

  Merging(
      SchemaRepository schema,
      PairRepository pairs,
      RowRepository rows,
      ConsentRestatementRepository consents) {
    this.schema = schema;
    this.pairs = pairs;
    this.rows = rows;
    this.consents = consents;
  }

  /// One merge at work.
  ///
  /// @param unused the choices that no field has met yet
  private record Work(
      Map<String, Side> choices, Set<String> unused, Journaling journal, OutcomeBuilder outcome) {}

  OutcomeBuilder merge(MergeRequest request, Journaling journal) {
    OutcomeBuilder outcome = new OutcomeBuilder();
    UUID kept = request.survivorId();
    UUID dropped = request.mergedId();
    Map<String, Side> choices = choices(request);
    Work work = new Work(choices, new LinkedHashSet<>(choices.keySet()), journal, outcome);
    // Before the statements of both are mixed: afterwards nobody could tell whose was whose.
    List<UUID> restated = consents.restate(kept, dropped, journal.now());
    rows.added(schema.table("consent"), restated, kept, journal);
    outcome.consents(restated);
    one(schema.table(TableRules.PARTY), pairs.start(kept, dropped, journal), work);
    if (!work.unused().isEmpty()) {
      throw unknown(request, work.unused(), outcome);
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
      MergeRequest request, Set<String> left, OutcomeBuilder outcome) {
    List<FieldError> faults = new ArrayList<>();
    for (int i = 0; i < request.choices().size(); i++) {
      FieldChoice choice = request.choices().get(i);
      if (left.contains(choice.resource().wire() + " " + choice.field())) {
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

  private void one(Table table, int set, Work work) {
    pairs.lock(table, set, work.journal());
    for (Reference reference : schema.referencesTo(table.name())) {
      refer(table, reference, set, work);
    }
    fields(table, set, work);
    rows.remove(table, "t.id = p.dropped_id", set, work.journal());
  }

  /// Lets one sort of rows refer to the rows that stay.
  private void refer(Table parent, Reference reference, int set, Work work) {
    Table table = schema.table(reference.table());
    String column = reference.column();
    Journaling journal = work.journal();
    if (TableRules.isDerived(table.name())) {
      String judged = TableRules.judgedByPeople(table.name());
      if (judged != null) {
        rows.remove(table, "t.%s = p.dropped_id AND %s".formatted(column, judged), set, journal);
      }
      rows.discard(table, column, set, journal);
      return;
    }
    if (!pairs.anyRefers(table, column, set, journal)) {
      return;
    }
    unrelate(parent, table, column, set, work);
    oneHistory(parent, table, column, set, work);
    if (table.name().equals(TableRules.SEGMENT_CHANGE)) {
      rows.remove(table, TableRules.ENTERED_TWICE, set, journal);
    }
    if (table.has("place")) {
      String same = PairRepository.same(column);
      resolve(table, column, same, MergeReason.SAME_CONTENT, set, work);
    }
    for (UniqueKey unique : table.uniqueKeys()) {
      if (unique.columns().contains(column)) {
        String clash = PairRepository.unique(table, unique, column);
        resolve(table, column, clash, MergeReason.ONE_OF_A_KIND, set, work);
      }
    }
    int before = journal.steps();
    int count = rows.move(table, column, set, journal);
    if (count > 0) {
      work.outcome()
          .moved(
              table.name(), column, count, rows.idsOfSteps(journal.merge(), before, Outcome.SHOWN));
    }
  }

  /// Where both of a pair have a history, that of one of them goes.
  private void oneHistory(Table parent, Table table, String column, int set, Work work) {
    String history = TableRules.historyOf(table.name());
    if (history == null) {
      return;
    }
    Journaling journal = work.journal();
    boolean merged = work.choices().get(parent.name() + " " + history) == Side.MERGED;
    String gives = merged ? "kept_id" : "dropped_id";
    String stays = merged ? "dropped_id" : "kept_id";
    int before = journal.steps();
    int gone =
        rows.remove(
            table,
            "t.%1$s = p.%2$s AND EXISTS (SELECT 1 FROM %3$s o WHERE o.%1$s = p.%4$s)"
                .formatted(column, gives, table.name(), stays),
            set,
            journal);
    if (gone > 0) {
      work.outcome()
          .removed(
              table.name(),
              MergeReason.ONE_HISTORY,
              gone,
              rows.idsOfSteps(journal.merge(), before, Outcome.SHOWN));
    }
  }

  /// Rows that may not both be the survivor's become one; those that have no id of their own, so
  /// that nothing refers to them, give way.
  ///
  /// @param clash between a row `t` of what goes and a row `k` of what stays
  private void resolve(
      Table table, String column, String clash, MergeReason reason, int set, Work work) {
    Journaling journal = work.journal();
    if (!table.hasId()) {
      int gone =
          rows.remove(
              table,
              "t.%1$s = p.dropped_id AND EXISTS (SELECT 1 FROM %2$s k WHERE k.%1$s = p.kept_id AND %3$s)"
                  .formatted(column, table.name(), clash),
              set,
              journal);
      work.outcome().removed(table.name(), reason, gone, List.of());
      return;
    }
    while (true) {
      int next = journal.nextSet();
      int count = pairs.clashing(table, column, clash, parties(table), set, next, journal);
      if (count == 0) {
        return;
      }
      work.outcome()
          .replaced(table.name(), reason, count, pairs.first(next, Outcome.SHOWN, journal));
      one(table, next, work);
    }
  }

  private List<String> parties(Table table) {
    return schema.referencesTo(TableRules.PARTY).stream()
        .filter(reference -> reference.table().equals(table.name()))
        .map(Reference::column)
        .toList();
  }

  /// Takes away what related the two of a pair to each other.
  private void unrelate(Table parent, Table table, String column, int set, Work work) {
    for (Reference other : schema.referencesTo(parent.name())) {
      if (!other.table().equals(table.name()) || other.column().equals(column) || !table.hasId()) {
        continue;
      }
      UnaryOperator<String> related =
          alias ->
              "%1$s.%2$s = p.dropped_id AND %1$s.%3$s = p.kept_id"
                  .formatted(alias, column, other.column());
      List<UUID> first = pairs.ids(table, related.apply("t"), set, Outcome.SHOWN, work.journal());
      if (first.isEmpty()) {
        continue;
      }
      if (table.name().equals(TableRules.CUSTOMER)) {
        throw new ProblemException(
            MergeProblems.MERGE_NOT_POSSIBLE,
            ("The customer relationship %s names both of them, as customer, as provider or as the"
                    + " one switched to. Correct it first, or delete it if it was a mistake.")
                .formatted(first.getFirst()));
      }
      int count = removeWhole(table, related, 1, set, work.journal());
      work.outcome().removed(table.name(), MergeReason.RELATED_THE_TWO, count, first);
    }
  }

  /// Removes rows with what refers to them.
  ///
  /// @param which the condition of a row that has this alias, over the pairs `p`
  private int removeWhole(
      Table table, UnaryOperator<String> which, int depth, int set, Journaling journal) {
    String parent = "r" + depth;
    for (Reference reference : schema.referencesTo(table.name())) {
      Table dependent = schema.table(reference.table());
      UnaryOperator<String> referring =
          alias ->
              "EXISTS (SELECT 1 FROM %1$s %2$s WHERE %2$s.id = %3$s.%4$s AND %5$s)"
                  .formatted(table.name(), parent, alias, reference.column(), which.apply(parent));
      if (dependent.hasId()) {
        removeWhole(dependent, referring, depth + 1, set, journal);
      } else {
        rows.remove(dependent, referring.apply("t"), set, journal);
      }
    }
    return rows.remove(table, which.apply("t"), set, journal);
  }

  /// Chooses the values of the rows that stay.
  private void fields(Table table, int set, Work work) {
    Map<String, List<String>> byField = new LinkedHashMap<>();
    table.columns().stream()
        .sorted()
        .filter(TableRules::isField)
        .forEach(
            column ->
                byField
                    .computeIfAbsent(TableRules.field(column), f -> new ArrayList<>())
                    .add(column));
    List<Values> first =
        isShown(table) ? pairs.values(table, set, Outcome.SHOWN_PAIRS, work.journal()) : List.of();
    List<String> taken = new ArrayList<>();
    byField.forEach(
        (field, columns) -> {
          Side side = side(table, field, columns, first, work);
          String told = columns.contains(field) ? field : columns.getFirst();
          for (Values each : first) {
            work.outcome()
                .field(
                    new Outcome.Field(
                        TableRules.resource(table.name()),
                        each.pair().kept(),
                        field,
                        each.kept().get(told),
                        each.dropped().get(told),
                        side));
          }
          if (side == Side.MERGED) {
            taken.addAll(columns);
          }
        });
    if (table.isAggregate()) {
      rows.take(table, taken, set, work.journal());
    }
  }

  private static boolean isShown(Table table) {
    return table.name().equals(TableRules.PARTY) || table.name().equals(TableRules.CUSTOMER);
  }

  /// @param first the pairs that are shown: of parties, all there are
  private static Side side(
      Table table, String field, List<String> columns, List<Values> first, Work work) {
    String choice = table.name() + " " + field;
    Side chosen = work.choices().get(choice);
    if (chosen != null) {
      work.unused().remove(choice);
      return chosen;
    }
    // A relationship's empty end means that it goes on: that is a value, not a gap.
    boolean gap =
        table.name().equals(TableRules.PARTY)
            && first.stream()
                .allMatch(
                    pair ->
                        columns.stream().allMatch(c -> Objects.isNull(pair.kept().get(c)))
                            && columns.stream().anyMatch(c -> pair.dropped().get(c) != null));
    return gap ? Side.MERGED : Side.SURVIVOR;
  }
}
