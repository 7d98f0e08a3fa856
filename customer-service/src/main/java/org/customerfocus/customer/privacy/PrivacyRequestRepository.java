package org.customerfocus.customer.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PrivacyRequestRepository {

  static final Fields FIELDS =
      Fields.of("privacy_request")
          .sortable("kind", PrivacyRequestKind.class)
          .sortable("partyId", UUID.class)
          .sortable("status", PrivacyRequestStatus.class)
          .sortable("dueOn", LocalDate.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  PrivacyRequestRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  PrivacyRequest get(UUID id) {
    return found(entities.find(PrivacyRequest.class, id), id);
  }

  /// Locked until the transaction ends: the services report at once, and the last one completes.
  PrivacyRequest getLocked(UUID id) {
    return found(entities.find(PrivacyRequest.class, id, LockModeType.PESSIMISTIC_WRITE), id);
  }

  private static PrivacyRequest found(@Nullable PrivacyRequest request, UUID id) {
    if (request == null) {
      throw ProblemException.notFound("privacy request", id);
    }
    return request;
  }

  Page<PrivacyRequest> list(PageQuery query) {
    return keyset.page(PrivacyRequest.class, FIELDS, query);
  }

  List<PrivacyRequestPart> parts(UUID request) {
    return parts(List.of(request)).getOrDefault(request, List.of());
  }

  Map<UUID, List<PrivacyRequestPart>> parts(Collection<UUID> requests) {
    return entities
        .createQuery(
            "from PrivacyRequestPart p where p.requestId in :requests order by p.service",
            PrivacyRequestPart.class)
        .setParameter("requests", requests)
        .getResultStream()
        .collect(Collectors.groupingBy(PrivacyRequestPart::requestId));
  }

  /// Keeps the party as it is until the transaction ends: an erasure waits, or has been.
  ///
  /// @return false when it is erased
  boolean holdParty(UUID party) {
    return (Boolean)
        entities
            .createNativeQuery(
                "SELECT erased_at IS NULL FROM party WHERE id = :party FOR SHARE", Boolean.class)
            .setParameter("party", party)
            .getSingleResult();
  }

  /// Keeps a piece of a part; one that is kept already stays.
  void keep(UUID part, UUID attempt, int ordinal, byte[] piece) {
    entities
        .createNativeQuery(
            """
            INSERT INTO privacy_request_piece (tenant_id, part_id, attempt, ordinal, bytes)
            VALUES (current_setting('app.tenant'), :part, :attempt, :ordinal, :bytes)
            ON CONFLICT DO NOTHING""")
        .setParameter("part", part)
        .setParameter("attempt", attempt)
        .setParameter("ordinal", ordinal)
        .setParameter("bytes", piece)
        .executeUpdate();
  }

  /// Drops the pieces of all other attempts.
  ///
  /// @return how many pieces of this one are kept
  int settle(UUID part, UUID attempt) {
    entities
        .createNativeQuery(
            "DELETE FROM privacy_request_piece WHERE part_id = :part AND attempt <> :attempt")
        .setParameter("part", part)
        .setParameter("attempt", attempt)
        .executeUpdate();
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    SELECT count(*) FROM privacy_request_piece
                    WHERE part_id = :part AND attempt = :attempt""")
                .setParameter("part", part)
                .setParameter("attempt", attempt)
                .getSingleResult())
        .intValue();
  }

  Optional<PrivacyRequestPart> part(UUID request, String service) {
    return entities
        .createQuery(
            "from PrivacyRequestPart p where p.requestId = :request and p.service = :service",
            PrivacyRequestPart.class)
        .setParameter("request", request)
        .setParameter("service", service)
        .getResultStream()
        .findFirst();
  }
}
