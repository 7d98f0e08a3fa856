package org.customerfocus.agreement.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.ingest.Amending.Target;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.problem.ProblemException;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Replaces what is recorded under a key, with nobody else at that key meanwhile.
@ApplicationScoped
class AmendmentRepository {

  private final EntityManager entities;
  private final ObjectMapper json;
  private final CurrentCaller caller;

  AmendmentRepository(EntityManager entities, ObjectMapper json, CurrentCaller caller) {
    this.entities = entities;
    this.json = json;
    this.caller = caller;
  }

  private record Key(UUID id, OffsetDateTime at, String source, String sourceId) {}

  /// @param report null where it was retracted; the version is then that of before
  private record Recorded(
      long version,
      OffsetDateTime createdAt,
      UUID metricId,
      @Nullable UUID customerId,
      @Nullable String report) {}

  /// @param chunk with the report as it should have been; null to take it back
  <R> Amended amend(
      ReportKind<R> kind, Target target, @Nullable Chunk<R> chunk, UUID correction, Instant now) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> amend(connection, kind, target, chunk, correction, now));
  }

  private <R> Amended amend(
      Connection connection,
      ReportKind<R> kind,
      Target target,
      @Nullable Chunk<R> chunk,
      UUID correction,
      Instant now)
      throws SQLException {
    ReportSql sql = ReportSql.of(kind);
    Key key = lock(connection, kind, sql, target);
    Recorded before = recorded(connection, sql, key);
    return chunk == null
        ? retract(connection, kind, sql, key, before, correction, now)
        : replace(connection, kind, sql, key, before, chunk, correction, now);
  }

  private Amended retract(
      Connection connection,
      ReportKind<?> kind,
      ReportSql sql,
      Key key,
      Recorded before,
      UUID correction,
      Instant now)
      throws SQLException {
    boolean recorded = before.report() != null;
    if (recorded) {
      supersede(connection, kind, sql, key, before, correction, now);
    }
    return new Amended(
        key.id(),
        before.version() + 1,
        before.metricId(),
        before.customerId(),
        recorded,
        before.report(),
        null);
  }

  private <R> Amended replace(
      Connection connection,
      ReportKind<R> kind,
      ReportSql sql,
      Key key,
      Recorded before,
      Chunk<R> chunk,
      UUID correction,
      Instant now)
      throws SQLException {
    chunk.judge(ReportRepository.types(connection, chunk.metrics()));
    Chunk.Other refused = chunk.other(0);
    if (refused != null) {
      throw ProblemException.invalid(Objects.requireNonNull(refused.errors()));
    }
    ReportRepository.copy(connection, chunk);
    Staged staged = staged(connection, sql);
    if (!staged.source().equals(key.source()) || !staged.sourceId().equals(key.sourceId())) {
      throw ProblemException.invalid(
          chunk.pointer(0) + "/sourceId",
          "must be, with source, what the report is called: %s of %s"
              .formatted(key.sourceId(), key.source()));
    }
    if (before.report() != null && read(kind, before.report()).equals(read(kind, staged.json()))) {
      return new Amended(
          key.id(), before.version(), staged.metricId(), staged.customerId(), false, null, null);
    }
    // A retracted one stands in the history already: what comes now follows its retraction.
    long version = before.version() + (before.report() == null ? 2 : 1);
    if (before.report() != null) {
      supersede(connection, kind, sql, key, before, correction, now);
    }
    ReportRepository.run(connection, sql.put(), key.id(), version, before.createdAt(), now);
    ReportRepository.run(connection, sql.move(), key.source(), key.sourceId());
    ReportRepository.run(connection, sql.markStaged(kind), caller.get().test(), now);
    return new Amended(
        key.id(),
        version,
        staged.metricId(),
        staged.customerId(),
        true,
        before.report(),
        staged.json());
  }

  /// What is recorded becomes history.
  private void supersede(
      Connection connection,
      ReportKind<?> kind,
      ReportSql sql,
      Key key,
      Recorded before,
      UUID correction,
      Instant now)
      throws SQLException {
    ReportRepository.run(connection, sql.keepCorrected(), now, correction, key.id(), key.at());
    ReportRepository.run(connection, sql.remove(), key.id(), key.at());
    boolean test = caller.get().test();
    long version = before.version();
    ReportRepository.run(connection, sql.markFormer(kind), test, now, key.id(), version);
    ReportRepository.run(connection, sql.markFormerTime(), test, now, key.id(), version);
  }

  private Key lock(Connection connection, ReportKind<?> kind, ReportSql sql, Target target)
      throws SQLException {
    String source = target.source();
    String sourceId = target.sourceId();
    UUID id = target.id();
    if (id != null) {
      try (PreparedStatement select = connection.prepareStatement(sql.sourceOf())) {
        select.setObject(1, id);
        select.setObject(2, id);
        try (ResultSet row = select.executeQuery()) {
          if (row.next()) {
            source = row.getString(1);
            sourceId = row.getString(2);
          }
        }
      }
    }
    try (PreparedStatement select = connection.prepareStatement(sql.keyBySource())) {
      select.setString(1, source);
      select.setString(2, sourceId);
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw unknown(kind, target);
        }
        return new Key(
            row.getObject(1, UUID.class),
            row.getObject(2, OffsetDateTime.class),
            row.getString(3),
            row.getString(4));
      }
    }
  }

  private static ProblemException unknown(ReportKind<?> kind, Target target) {
    String what = kind.name().replace('-', ' ');
    return target.id() != null
        ? ProblemException.invalid("/reportId", "there is no such %s".formatted(what))
        : ProblemException.invalid(
            "/sourceId", "the source has reported no such %s".formatted(what));
  }

  private static Recorded recorded(Connection connection, ReportSql sql, Key key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql.recorded())) {
      select.setObject(1, key.id());
      select.setObject(2, key.at());
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return read(row, row.getString(5));
        }
      }
    }
    try (PreparedStatement select = connection.prepareStatement(sql.last())) {
      select.setObject(1, key.id());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return read(row, null);
      }
    }
  }

  private static Recorded read(ResultSet row, @Nullable String report) throws SQLException {
    return new Recorded(
        row.getLong(1),
        row.getObject(2, OffsetDateTime.class),
        row.getObject(3, UUID.class),
        row.getObject(4, UUID.class),
        report);
  }

  private record Staged(
      String source, String sourceId, UUID metricId, @Nullable UUID customerId, String json) {}

  private static Staged staged(Connection connection, ReportSql sql) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql.staged());
        ResultSet row = select.executeQuery()) {
      row.next();
      return new Staged(
          row.getString(1),
          row.getString(2),
          row.getObject(3, UUID.class),
          row.getObject(4, UUID.class),
          row.getString(5));
    }
  }

  private <R> R read(ReportKind<R> kind, String report) {
    try {
      return json.readValue(report, kind.request());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("What is recorded cannot be read back", e);
    }
  }
}
