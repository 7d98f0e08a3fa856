package org.customerfocus.conventions.job;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The jobs of one tenant and their files.
@ApplicationScoped
public class JobRepository {

  private static final int PIECE = 256 * 1024;

  private final EntityManager entities;

  JobRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Stores the file in pieces and queues the job, anew where there was one.
  public void queue(JobKind kind, UUID id, InputStream file, boolean test, Instant now)
      throws IOException {
    forget(kind, id);
    int ordinal = 0;
    for (byte[] bytes = file.readNBytes(PIECE); bytes.length > 0; bytes = file.readNBytes(PIECE)) {
      entities
          .createNativeQuery(
              """
              INSERT INTO %s (tenant_id, import_id, ordinal, bytes)
              VALUES (current_setting('app.tenant'), :id, :ordinal, :bytes)"""
                  .formatted(kind.pieces()))
          .setParameter("id", id)
          .setParameter("ordinal", ordinal++)
          .setParameter("bytes", bytes)
          .executeUpdate();
    }
    entities
        .createNativeQuery(
            """
            INSERT INTO %s (tenant_id, import_id, test, queued_at, leased_until, attempt, failures)
            VALUES (current_setting('app.tenant'), :id, :test, :now, now(), 0, 0)"""
                .formatted(kind.jobs()))
        .setParameter("id", id)
        .setParameter("test", test)
        .setParameter("now", now)
        .executeUpdate();
  }

  /// A piece of the file, empty after its end.
  public byte[] piece(JobKind kind, UUID id, int ordinal) {
    @SuppressWarnings("unchecked")
    List<byte[]> found =
        entities
            .createNativeQuery(
                "SELECT bytes FROM %s WHERE import_id = :id AND ordinal = :ordinal"
                    .formatted(kind.pieces()),
                byte[].class)
            .setParameter("id", id)
            .setParameter("ordinal", ordinal)
            .getResultList();
    return found.isEmpty() ? new byte[0] : found.getFirst();
  }

  /// Keeps the job for another while.
  ///
  /// @param gotOn whether this transaction brings the job on, so that what broke it off before does
  ///   not count any more
  /// @return false when another worker has taken it over
  public boolean renew(JobKind kind, Claim claim, boolean gotOn) {
    return entities
            .createNativeQuery(
                """
                UPDATE %s SET leased_until = now() + interval '%d milliseconds',
                  failures = CASE WHEN :gotOn THEN 0 ELSE failures END
                WHERE import_id = :id AND attempt = :attempt"""
                    .formatted(kind.jobs(), kind.lease().toMillis()))
            .setParameter("gotOn", gotOn)
            .setParameter("id", claim.id())
            .setParameter("attempt", claim.attempt())
            .executeUpdate()
        == 1;
  }

  /// Drops the file and the job: there is nothing left to do.
  public void forget(JobKind kind, UUID id) {
    for (String table : List.of(kind.pieces(), kind.jobs())) {
      entities
          .createNativeQuery("DELETE FROM %s WHERE import_id = :id".formatted(table))
          .setParameter("id", id)
          .executeUpdate();
    }
  }
}
