package org.customerfocus.survey.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.survey.statistics.SatisfactionIndex.Covariances;

/// Reduces the answers to several questions to what each two have to do with each other.
@ApplicationScoped
class IndexRepository {

  private final EntityManager entities;

  IndexRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Answers, of each response one row, become one row in the database.
  Covariances covariances(UUID surveyId, List<String> questions) {
    int count = questions.size();
    List<String> values = new ArrayList<>();
    List<String> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      values.add("max(a.value) FILTER (WHERE a.link_id = :q%1$d) AS v%1$d".formatted(i));
      for (int j = i; j < count; j++) {
        pairs.add("regr_count(v%1$d, v%2$d), covar_samp(v%1$d, v%2$d)".formatted(i, j));
      }
    }
    Query query =
        entities
            .createNativeQuery(
                """
                SELECT %s FROM (
                  SELECT %s FROM response r CROSS JOIN LATERAL (
                    SELECT link_id, value FROM answer
                    WHERE response_id = r.id AND value IS NOT NULL OFFSET 0) a
                  WHERE r.survey_id = :survey AND r.status IN ('completed', 'amended')
                    AND a.link_id = ANY (:questions)
                  GROUP BY r.id) answered"""
                    .formatted(String.join(", ", pairs), String.join(", ", values)))
            .setParameter("survey", surveyId)
            .setParameter("questions", questions.toArray(String[]::new));
    for (int i = 0; i < count; i++) {
      query.setParameter("q" + i, questions.get(i));
    }
    Object[] row = (Object[]) query.getSingleResult();
    long[][] n = new long[count][count];
    double[][] covariances = new double[count][count];
    int next = 0;
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        n[i][j] = n[j][i] = ((Number) row[next++]).longValue();
        Number covariance = (Number) row[next++];
        covariances[i][j] =
            covariances[j][i] = covariance == null ? Double.NaN : covariance.doubleValue();
      }
    }
    return new Covariances(n, covariances);
  }
}
