package org.customerfocus.survey.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Counts of the answers to a survey: what is folded of it and the tail that is not, read in one
/// statement, so that each response is in one of them. What is not kept folded is counted from the
/// answers.
@ApplicationScoped
public class CountRepository {

  private final EntityManager entities;

  CountRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Whether there are more parts than this: counts no further, and loads none. What is in the tail
  /// of a folded split may be more by a few.
  public boolean hasMoreParts(UUID surveyId, Split split, int most) {
    String parts =
        split.folded()
            ? "SELECT part_value, part_none FROM answer_fold"
                + " WHERE survey_id = :survey AND split = :split AND link_id IS NULL"
            : CountSql.members(CountSql.OF_SURVEY, split);
    Number found =
        (Number)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) FROM (
                      SELECT DISTINCT part_value, part_none FROM (%s) member LIMIT :most) part"""
                        .formatted(parts))
                .setParameter("survey", surveyId)
                .setParameter("split", split.folded() ? split.foldedAs() : split.id())
                .setParameter("most", most + 1)
                .getSingleResult();
    return found.intValue() > most;
  }

  /// The counts of all whole responses to the survey.
  ///
  /// @param questions of which the answers are counted; all where it is empty
  public List<CountedRow> count(
      UUID surveyId, @Nullable Split split, Collection<String> questions) {
    boolean some = !questions.isEmpty();
    if (split != null && !split.folded()) {
      return recount(surveyId, split, questions);
    }
    String tail = CountSql.counting(CountSql.members(CountSql.OF_TAIL, split), some);
    String kept = CountSql.folded(CountSql.FOLDED, some);
    if (split != null) {
      kept += " UNION ALL " + CountSql.folded(CountSql.FOLDED_WITHOUT, some);
    }
    Query query =
        entities
            .createNativeQuery(
                """
                SELECT version, %1$s, %2$s FROM (%3$s UNION ALL (%4$s)) kept
                GROUP BY version, %1$s HAVING sum(answers) <> 0"""
                    .formatted(CountSql.KEY, CountSql.ADDED, kept, tail),
                Tuple.class)
            .setParameter("survey", surveyId)
            .setParameter("kept", split == null ? "" : split.foldedAs());
    if (split != null) {
      query
          .setParameter("folded", split.foldedIn().toArray(UUID[]::new))
          .setParameter("none", split.none());
      bind(query, split);
    }
    return rows(some ? query.setParameter("questions", questions.toArray(String[]::new)) : query);
  }

  /// The same, counted anew from all answers.
  List<CountedRow> recount(UUID surveyId, @Nullable Split split, Collection<String> questions) {
    boolean some = !questions.isEmpty();
    Query query =
        entities
            .createNativeQuery(
                CountSql.counting(CountSql.members(CountSql.OF_SURVEY, split), some), Tuple.class)
            .setParameter("survey", surveyId);
    if (split != null) {
      bind(query, split);
    }
    return rows(some ? query.setParameter("questions", questions.toArray(String[]::new)) : query);
  }

  private static void bind(Query query, Split split) {
    query.setParameter("split", split.id());
  }

  private static List<CountedRow> rows(Query query) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows.stream().map(CountRepository::row).toList();
  }

  private static CountedRow row(Tuple row) {
    return new CountedRow(
        row.get("version", UUID.class),
        new Part(row.get("part_value", String.class), row.get("part_none", String.class)),
        row.get("link_id", String.class),
        row.get("value", Integer.class),
        row.get("option_code", String.class),
        row.get("non_answer", String.class),
        row.get("answers", Long.class),
        row.get("people", Long.class),
        row.get("weights", BigDecimal.class),
        row.get("people_squares", BigDecimal.class),
        row.get("total", BigDecimal.class),
        row.get("squares", BigDecimal.class),
        row.get("weighted_total", BigDecimal.class),
        row.get("weighted_squares", BigDecimal.class),
        row.get("weighted", Long.class) > 0);
  }
}
