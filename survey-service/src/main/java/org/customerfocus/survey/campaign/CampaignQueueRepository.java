package org.customerfocus.survey.campaign;

import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Finds campaigns with something to do across tenants, as the job role: which, not what.
@ApplicationScoped
class CampaignQueueRepository {

  static final int LEASE_SECONDS = 30;

  /// @param attempt tells this lease from others of the campaign
  record Claim(String tenant, UUID id, boolean test, int attempt) {}

  private final AgroalDataSource jobs;

  CampaignQueueRepository(@DataSource("job") AgroalDataSource jobs) {
    this.jobs = jobs;
  }

  /// Takes the campaign that waits longest.
  @Nullable Claim claim(Instant now) throws SQLException {
    try (Connection connection = jobs.getConnection();
        PreparedStatement claim =
            connection.prepareStatement(
                """
                UPDATE campaign_job
                SET leased_until = now() + interval '%d seconds', attempt = attempt + 1
                WHERE (tenant_id, campaign_id) = (
                  SELECT tenant_id, campaign_id FROM campaign_job
                  WHERE due_at <= ? AND leased_until <= now()
                  ORDER BY due_at LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING tenant_id, campaign_id, test, attempt"""
                    .formatted(LEASE_SECONDS))) {
      claim.setObject(1, now.atOffset(ZoneOffset.UTC));
      try (ResultSet row = claim.executeQuery()) {
        return row.next()
            ? new Claim(
                row.getString(1), row.getObject(2, UUID.class), row.getBoolean(3), row.getInt(4))
            : null;
      }
    }
  }
}
