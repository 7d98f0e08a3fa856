package org.customerfocus.survey.counting;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Which surveys have long tails, across tenants, as the job role.
///
/// The tail itself is the queue: were each survey's work due at a time, as other work is, every
/// submission would write the one row that says so, and wait for the others.
@ApplicationScoped
class FoldingQueueRepository {

  record Waiting(String tenant, UUID survey) {}

  // From one survey to the next by the index: no tail is read further than needed.
  private static final String LONG_TAILS =
      """
      WITH RECURSIVE each_survey AS (
        (SELECT tenant_id, survey_id FROM response_tail ORDER BY tenant_id, survey_id LIMIT 1)
        UNION ALL
        SELECT n.tenant_id, n.survey_id FROM each_survey e, LATERAL (
          SELECT tenant_id, survey_id FROM response_tail
          WHERE (tenant_id, survey_id) > (e.tenant_id, e.survey_id)
          ORDER BY tenant_id, survey_id LIMIT 1) n)
      SELECT tenant_id, survey_id FROM each_survey e
      WHERE ? <= (SELECT count(*) FROM (
        SELECT 1 FROM response_tail t
        WHERE t.tenant_id = e.tenant_id AND t.survey_id = e.survey_id LIMIT ?) tail)""";

  private final AgroalDataSource jobs;

  FoldingQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// The surveys with at least that many responses that are not folded.
  List<Waiting> longTails(int fewest) throws SQLException {
    List<Waiting> waiting = new ArrayList<>();
    try (Connection connection = jobs.getConnection();
        PreparedStatement find = connection.prepareStatement(LONG_TAILS)) {
      find.setInt(1, fewest);
      find.setInt(2, fewest);
      try (ResultSet rows = find.executeQuery()) {
        while (rows.next()) {
          waiting.add(new Waiting(rows.getString(1), rows.getObject(2, UUID.class)));
        }
      }
    }
    return waiting;
  }
}
