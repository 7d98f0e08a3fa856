package org.customerfocus.customer.importing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.job.JobKind;
import org.customerfocus.conventions.job.JobRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ImportRepository {

  static final Fields IMPORTS =
      Fields.of("customer_import")
          .sortable("status", CustomerImportStatus.class)
          .sortable("kind", CustomerImportKind.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields REFUSED_ROWS =
      Fields.of("customer_import_refused_row").sortable("rowNumber", Long.class).build();

  static final JobKind JOBS =
      new JobKind("customer_import", "system:customer-import", Duration.ofSeconds(30), 1_000);

  private final EntityManager entities;
  private final Keyset keyset;
  private final JobRepository jobs;

  ImportRepository(EntityManager entities, Keyset keyset, JobRepository jobs) {
    this.entities = entities;
    this.keyset = keyset;
    this.jobs = jobs;
  }

  void add(CustomerImport job) {
    entities.persist(job);
    entities.flush();
  }

  CustomerImport get(UUID id) {
    return found(entities.find(CustomerImport.class, id), id);
  }

  /// The import, held until the transaction ends: whoever works on it and whoever stops it wait for
  /// each other.
  CustomerImport hold(UUID id) {
    return found(entities.find(CustomerImport.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static CustomerImport found(@Nullable CustomerImport job, UUID id) {
    if (job == null) {
      throw ProblemException.notFound("import", id);
    }
    return job;
  }

  Page<CustomerImport> list(PageQuery query) {
    return keyset.page(CustomerImport.class, IMPORTS, query);
  }

  Page<RefusedRow> refusedRows(UUID importId, PageQuery query) {
    return keyset.page(
        RefusedRow.class,
        REFUSED_ROWS,
        query,
        new Keyset.Scope("e.importId = :import", Map.of("import", importId)));
  }

  /// The refused rows after a row number, in order. What was loaded before is let go.
  List<RefusedRow> refusedRowsAfter(UUID importId, long rowNumber, int limit) {
    entities.clear();
    return entities
        .createQuery(
            "from CustomerImportRefusedRow where importId = :import and rowNumber > :after"
                + " order by rowNumber",
            RefusedRow.class)
        .setParameter("import", importId)
        .setParameter("after", rowNumber)
        .setMaxResults(limit)
        .getResultList();
  }

  /// The imports that have refused rows.
  List<UUID> withRefusedRows() {
    return entities
        .createQuery("select distinct importId from CustomerImportRefusedRow", UUID.class)
        .getResultList();
  }

  /// The imports that have a file to work on.
  List<UUID> atWork() {
    return entities
        .createQuery(
            "select id from CustomerImport where status in :atWork order by id", UUID.class)
        .setParameter(
            "atWork", List.of(CustomerImportStatus.CHECKING, CustomerImportStatus.IMPORTING))
        .getResultList();
  }

  void dropRefused(UUID importId, Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      entities
          .createQuery(
              "delete from CustomerImportRefusedRow where importId = :import"
                  + " and rowNumber in :numbers")
          .setParameter("import", importId)
          .setParameter("numbers", numbers)
          .executeUpdate();
    }
  }

  Set<Long> refusedNumbers(UUID importId, long from, long to) {
    return new HashSet<>(
        entities
            .createQuery(
                "select rowNumber from CustomerImportRefusedRow where importId = :import"
                    + " and rowNumber between :from and :to",
                Long.class)
            .setParameter("import", importId)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList());
  }

  void refuse(UUID importId, Map<FileRow, List<RowFault>> rows, Instant now) {
    rows.forEach((row, faults) -> entities.persist(new RefusedRow(importId, row, faults, now)));
  }

  /// Claims identities for their rows.
  ///
  /// @return for each claim whose identity an earlier row has for another holder, the number of
  ///   that row
  Map<Claimed, Long> claim(UUID importId, List<Claimed> claims) {
    if (claims.isEmpty()) {
      return Map.of();
    }
    Long[] numbers = claims.stream().map(Claimed::row).toArray(Long[]::new);
    UUID[] identities = claims.stream().map(Claimed::identity).toArray(UUID[]::new);
    UUID[] holders = claims.stream().map(Claimed::holder).toArray(UUID[]::new);
    Boolean[] organizations = claims.stream().map(Claimed::organization).toArray(Boolean[]::new);
    entities
        .createNativeQuery(
            """
            INSERT INTO customer_import_identity (tenant_id, import_id, identity, row_number,
              holder, organization)
            SELECT DISTINCT ON (identity) current_setting('app.tenant'), :import, identity, number,
              holder, organization
            FROM unnest(:identities, :numbers, :holders, :organizations)
              AS claimed (identity, number, holder, organization)
            ORDER BY identity, number
            ON CONFLICT (tenant_id, import_id, identity) DO NOTHING""")
        .setParameter("import", importId)
        .setParameter("identities", identities)
        .setParameter("numbers", numbers)
        .setParameter("holders", holders)
        .setParameter("organizations", organizations)
        .executeUpdate();
    @SuppressWarnings("unchecked")
    List<Tuple> taken =
        entities
            .createNativeQuery(
                """
                SELECT CAST(claimed.place AS integer) AS place, i.row_number AS earlier
                FROM unnest(:identities, :holders) WITH ORDINALITY
                  AS claimed (identity, holder, place)
                JOIN customer_import_identity i USING (identity)
                WHERE i.import_id = :import AND i.holder IS DISTINCT FROM claimed.holder""",
                Tuple.class)
            .setParameter("import", importId)
            .setParameter("identities", identities)
            .setParameter("holders", holders)
            .getResultList();
    Map<Claimed, Long> earlier = new HashMap<>();
    for (Tuple row : taken) {
      earlier.put(claims.get(row.get("place", Integer.class) - 1), row.get("earlier", Long.class));
    }
    return earlier;
  }

  /// Gives back what rows claimed that were refused then.
  void release(UUID importId, Collection<Long> numbers) {
    if (!numbers.isEmpty()) {
      entities
          .createNativeQuery(
              """
              DELETE FROM customer_import_identity
              WHERE import_id = :import AND row_number = ANY (:numbers)""")
          .setParameter("import", importId)
          .setParameter("numbers", numbers.toArray(Long[]::new))
          .executeUpdate();
    }
  }

  /// What a row has as its own.
  ///
  /// @param identity a digest of it
  /// @param holder whose it is: another row may have it as well for the same holder
  /// @param organization whether the row describes an organisation
  /// @param ofRow whether it is the row's own identity, and not a reference of its party
  record Claimed(long row, UUID identity, UUID holder, boolean organization, boolean ofRow) {}

  /// Which of the identities an earlier row of the file has, and whether as an organisation.
  Map<UUID, Boolean> claimed(UUID importId, Collection<UUID> identities) {
    if (identities.isEmpty()) {
      return Map.of();
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT identity, organization FROM customer_import_identity
                WHERE import_id = :import AND identity = ANY (:identities)""",
                Tuple.class)
            .setParameter("import", importId)
            .setParameter("identities", identities.toArray(UUID[]::new))
            .getResultList();
    Map<UUID, Boolean> claimed = new HashMap<>();
    for (Tuple row : rows) {
      claimed.put(row.get("identity", UUID.class), row.get("organization", Boolean.class));
    }
    return claimed;
  }

  /// What came of the rows of a file, whenever it was imported: parties by row number.
  Map<Long, UUID> partiesOf(String digest, long from, long to) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT row_number, party_id FROM customer_import_row
                WHERE file_digest = :digest AND row_number BETWEEN :from AND :to""",
                Tuple.class)
            .setParameter("digest", digest)
            .setParameter("from", from)
            .setParameter("to", to)
            .getResultList();
    Map<Long, UUID> parties = new HashMap<>();
    for (Tuple row : rows) {
      parties.put(row.get("row_number", Long.class), row.get("party_id", UUID.class));
    }
    return parties;
  }

  void remember(String digest, Map<Long, UUID> parties) {
    if (parties.isEmpty()) {
      return;
    }
    entities
        .createNativeQuery(
            """
            INSERT INTO customer_import_row (tenant_id, file_digest, row_number, party_id)
            SELECT current_setting('app.tenant'), :digest, number, party
            FROM unnest(:numbers, :parties) AS row (number, party)""")
        .setParameter("digest", digest)
        .setParameter("numbers", parties.keySet().toArray(Long[]::new))
        .setParameter("parties", parties.values().toArray(UUID[]::new))
        .executeUpdate();
  }

  /// Stores the file and queues the job, with nothing left of what was sent before.
  void queue(UUID importId, InputStream file, boolean test, Instant now) throws IOException {
    forgetIdentities(importId);
    entities
        .createQuery("delete from CustomerImportRefusedRow where importId = :import")
        .setParameter("import", importId)
        .executeUpdate();
    jobs.queue(JOBS, importId, file, test, now);
  }

  /// A piece of the file, empty after its end.
  byte[] piece(UUID importId, int ordinal) {
    return jobs.piece(JOBS, importId, ordinal);
  }

  /// Drops the file and what was kept for the work.
  void forget(UUID importId) {
    forgetIdentities(importId);
    jobs.forget(JOBS, importId);
  }

  private void forgetIdentities(UUID importId) {
    entities
        .createNativeQuery("DELETE FROM customer_import_identity WHERE import_id = :import")
        .setParameter("import", importId)
        .executeUpdate();
  }
}
