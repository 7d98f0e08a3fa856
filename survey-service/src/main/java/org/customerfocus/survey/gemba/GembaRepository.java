package org.customerfocus.survey.gemba;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.gemba.GembaVisit.Parts;

@ApplicationScoped
class GembaRepository {

  static final Fields VISITS =
      Fields.of("gemba_visit")
          .sortable("title", String.class)
          .sortable("status", GembaStatus.class)
          .filterable("plannedFor", Instant.class)
          .filterable("visitedAt", Instant.class)
          .filterable("customerId", UUID.class)
          .filterable("offeringId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .sortable("createdAt", Instant.class)
          .related(
              "visitorPartyId",
              UUID.class,
              "v.partyId",
              "party_id",
              new Relation(
                  "gemba_visit_visitor",
                  "exists (select 1 from VisitorRow v where v.visitId = e.id and %s)"))
          .related(
              "finding.kind",
              FindingKind.class,
              "f.kind",
              "kind",
              new Relation(
                  "gemba_finding",
                  "exists (select 1 from FindingRow f where f.visitId = e.id and %s)"))
          .related(
              "finding.requirementId",
              UUID.class,
              "f.requirementId",
              "requirement_id",
              new Relation(
                  "gemba_finding",
                  "exists (select 1 from FindingRow f where f.visitId = e.id and %s)"))
          .build();

  static final Fields VISITORS =
      Fields.of("gemba_visitor")
          .sortable("partyId", UUID.class)
          .sortable("visits", Integer.class)
          .sortable("lastVisitedAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  GembaRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  GembaVisit get(UUID id) {
    GembaVisit visit = entities.find(GembaVisit.class, id);
    if (visit == null) {
      throw ProblemException.notFound("gemba visit", id);
    }
    return visit;
  }

  Page<GembaVisit> list(PageQuery query) {
    return keyset.page(GembaVisit.class, VISITS, query);
  }

  Page<GembaVisitor> visitors(PageQuery query) {
    return keyset.page(GembaVisitor.class, VISITORS, query);
  }

  Parts parts(UUID visit) {
    return parts(List.of(visit)).getOrDefault(visit, Parts.NONE);
  }

  /// What belongs to several visits, in three queries.
  Map<UUID, Parts> parts(Collection<UUID> visits) {
    Map<UUID, List<UUID>> visitors =
        rows(VisitorRow.class, visits)
            .collect(
                Collectors.groupingBy(
                    VisitorRow::visitId,
                    Collectors.mapping(VisitorRow::partyId, Collectors.toList())));
    Map<UUID, List<ObservationRow>> observations =
        rows(ObservationRow.class, visits)
            .collect(Collectors.groupingBy(ObservationRow::visitId, Collectors.toList()));
    Map<UUID, List<FindingRow>> findings =
        rows(FindingRow.class, visits)
            .collect(Collectors.groupingBy(FindingRow::visitId, Collectors.toList()));
    Map<UUID, Parts> parts = new HashMap<>();
    for (UUID visit : visits) {
      parts.put(
          visit,
          new Parts(
              visitors.getOrDefault(visit, List.of()),
              observations.getOrDefault(visit, List.of()),
              findings.getOrDefault(visit, List.of())));
    }
    return parts;
  }

  private <T> java.util.stream.Stream<T> rows(Class<T> type, Collection<UUID> visits) {
    return entities
        .createQuery(
            "from %s r where r.visitId in :visits order by r.visitId, r.place"
                .formatted(type.getSimpleName()),
            type)
        .setParameter("visits", visits)
        .getResultStream();
  }

  /// Adds a visit with what belongs to it.
  void add(GembaVisit visit, GembaVisitRequest request) {
    entities.persist(visit);
    entities.flush();
    put(visit, request);
  }

  /// Replaces what belongs to a visit; what keeps its key keeps its id.
  void put(GembaVisit visit, GembaVisitRequest request) {
    Parts before = parts(visit.id());
    Set<String> kept =
        request.learned().stream().map(GembaFinding::key).collect(Collectors.toSet());
    if (named(before.findings().stream().filter(row -> !kept.contains(row.key())).toList())) {
      throw inUse();
    }
    Set<UUID> concerned = new HashSet<>(before.visitors());
    concerned.addAll(request.visitorPartyIds());
    if (!before.visitors().equals(request.visitorPartyIds())) {
      putVisitors(visit.id(), request.visitorPartyIds());
    }
    putAll(
        request.seen(),
        GembaObservation::key,
        byKey(before.observations(), ObservationRow::key),
        ObservationRow::take,
        (observation, place) -> new ObservationRow(visit.id(), observation, place));
    putAll(
        request.learned(),
        GembaFinding::key,
        byKey(before.findings(), FindingRow::key),
        FindingRow::take,
        (finding, place) -> new FindingRow(visit.id(), finding, place));
    entities.flush();
    recount(concerned);
  }

  private void putVisitors(UUID visit, List<UUID> parties) {
    entities
        .createQuery("delete from VisitorRow v where v.visitId = :visit")
        .setParameter("visit", visit)
        .executeUpdate();
    for (int place = 0; place < parties.size(); place++) {
      entities.persist(new VisitorRow(visit, parties.get(place), place));
    }
  }

  private static <R> Map<String, R> byKey(List<R> rows, Function<R, String> key) {
    return rows.stream().collect(Collectors.toMap(key, Function.identity()));
  }

  private interface Taking<R, T> {
    void take(R row, T said, int place);
  }

  private interface Making<R, T> {
    R make(T said, int place);
  }

  private <R, T> void putAll(
      List<T> said,
      Function<T, String> key,
      Map<String, R> there,
      Taking<R, T> taking,
      Making<R, T> making) {
    Map<String, R> left = new HashMap<>(there);
    List<R> made = new ArrayList<>();
    for (int place = 0; place < said.size(); place++) {
      R row = left.remove(key.apply(said.get(place)));
      if (row == null) {
        made.add(making.make(said.get(place), place));
      } else {
        taking.take(row, said.get(place), place);
      }
    }
    left.values().forEach(entities::remove);
    entities.flush();
    made.forEach(entities::persist);
  }

  /// Whether evidence of an improvement names one of these findings.
  private boolean named(Collection<FindingRow> findings) {
    return !findings.isEmpty()
        && !entities
            .createNativeQuery(
                """
                SELECT 1 FROM improvement_evidence
                WHERE ref_id = ANY (:findings) AND type = 'finding' LIMIT 1""")
            .setParameter("findings", findings.stream().map(FindingRow::id).toArray(UUID[]::new))
            .getResultList()
            .isEmpty();
  }

  private static ProblemException inUse() {
    return new ProblemException(
        Problems.IN_USE, "It is still referred to by: evidence of improvements.");
  }

  void remove(GembaVisit visit) {
    if (named(parts(visit.id()).findings())) {
      throw inUse();
    }
    List<UUID> visitors = parts(visit.id()).visitors();
    // What belongs to it goes with it by foreign key.
    entities.remove(visit);
    entities.flush();
    recount(visitors);
  }

  /// Keeps how often people went, and when last. Each person's row is locked before it is counted,
  /// so that of two visits that are recorded at once neither is missed.
  private void recount(Collection<UUID> parties) {
    for (UUID party : new TreeSet<>(parties)) {
      entities
          .createNativeQuery(
              """
              INSERT INTO gemba_visitor (tenant_id, id, party_id, visits, last_visited_at,
                last_visit_id)
              VALUES (current_setting('app.tenant'), uuidv7(), :party, 0, 'epoch', uuidv7())
              ON CONFLICT (tenant_id, party_id) DO UPDATE SET visits = gemba_visitor.visits""")
          .setParameter("party", party)
          .executeUpdate();
    }
    Object all = parties.toArray(UUID[]::new);
    entities
        .createNativeQuery(
            """
            UPDATE gemba_visitor g
            SET visits = w.visits, last_visited_at = w.last_at, last_visit_id = w.last_id
            FROM (
              SELECT v.party_id, count(*) AS visits, max(t.visited_at) AS last_at,
                (array_agg(t.id ORDER BY t.visited_at DESC, t.id DESC))[1] AS last_id
              FROM gemba_visit_visitor v JOIN gemba_visit t ON t.id = v.visit_id
              WHERE v.party_id = ANY (:parties) AND t.status = 'done' GROUP BY v.party_id) w
            WHERE g.party_id = w.party_id""")
        .setParameter("parties", all)
        .executeUpdate();
    entities
        .createNativeQuery(
            """
            DELETE FROM gemba_visitor g WHERE g.party_id = ANY (:parties) AND NOT EXISTS (
              SELECT 1 FROM gemba_visit_visitor v JOIN gemba_visit t ON t.id = v.visit_id
              WHERE v.party_id = g.party_id AND t.status = 'done')""")
        .setParameter("parties", all)
        .executeUpdate();
  }
}
