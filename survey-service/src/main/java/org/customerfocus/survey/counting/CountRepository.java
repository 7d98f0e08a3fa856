package org.customerfocus.survey.counting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
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

  /// Whether there are more parts than this: counts no further, and loads none.
  public boolean hasMoreParts(UUID surveyId, Split split, int most) {
    if (split.folded()) {
      // Those with choices: there are as many as the survey offers.
      return false;
    }
    Number parts =
        (Number)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) FROM (
                      SELECT DISTINCT part_value, part_none FROM (%s) member LIMIT :most) part"""
                        .formatted(CountSql.members(CountSql.OF_SURVEY, split)))
                .setParameter("survey", surveyId)
                .setParameter("split", split.id())
                .setParameter("most", most + 1)
                .getSingleResult();
    return parts.intValue() > most;
  }

  /// The counts of all whole responses to the survey.
  public List<CountedRow> count(UUID surveyId, @Nullable Split split) {
    if (split != null && !split.folded()) {
      return recount(surveyId, split);
    }
    String tail = CountSql.counting(CountSql.members(CountSql.OF_TAIL, split), "version");
    String kept =
        split == null
            ? "%s UNION ALL (%s)".formatted(CountSql.FOLDED, tail)
            : "%s UNION ALL %s UNION ALL (%s)"
                .formatted(CountSql.FOLDED, CountSql.FOLDED_WITHOUT, tail);
    Query query =
        entities
            .createNativeQuery(
                """
                SELECT version, %1$s, %2$s FROM (%3$s) kept GROUP BY version, %1$s
                HAVING sum(answers) <> 0"""
                    .formatted(CountSql.KEY, CountSql.ADDED, kept),
                Tuple.class)
            .setParameter("survey", surveyId)
            .setParameter("split", split == null ? "" : split.id());
    if (split != null) {
      query.setParameter("folded", split.foldedIn().toArray(UUID[]::new));
    }
    return rows(query);
  }

  /// The same, counted anew from all answers.
  List<CountedRow> recount(UUID surveyId, @Nullable Split split) {
    Query query =
        entities
            .createNativeQuery(
                CountSql.counting(CountSql.members(CountSql.OF_SURVEY, split), "version"),
                Tuple.class)
            .setParameter("survey", surveyId);
    if (split != null) {
      query.setParameter("split", split.id());
    }
    return rows(query);
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
