package org.customerfocus.customer.interaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.journey.Channel;
import org.customerfocus.customer.recording.RecordedOnce;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.SourceRef;
import org.customerfocus.customer.reference.ReferenceRepository;
import org.customerfocus.customer.reference.Target;
import org.jspecify.annotations.Nullable;

/// Every query on interactions.
@ApplicationScoped
class InteractionRepository implements RecordedOnce<InteractionRequest> {

  static final Fields FIELDS =
      Fields.of("interaction")
          .sortable("customerId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .filterable("offeringId", UUID.class)
          .sortable("channel", Channel.class)
          .sortable("direction", Direction.class)
          .sortable("startedAt", Instant.class)
          .filterable("answeredAt", Instant.class)
          .filterable("resolvedAt", Instant.class)
          .sortable("createdAt", Instant.class)
          .related(
              "participantPartyId",
              UUID.class,
              "p.partyId",
              "party_id",
              new Relation(
                  "interaction_participant",
                  "exists (select 1 from InteractionParticipantRow p"
                      + " where p.interactionId = e.id and %s)"))
          .build();

  private final EntityManager entities;
  private final Keyset keyset;
  private final ReferenceRepository references;
  private final InstantSource clock;

  InteractionRepository(
      EntityManager entities, Keyset keyset, ReferenceRepository references, InstantSource clock) {
    this.entities = entities;
    this.keyset = keyset;
    this.references = references;
    this.clock = clock;
  }

  @Override
  public String table() {
    return FIELDS.table();
  }

  @Override
  public @Nullable SourceRef externalRef(InteractionRequest report) {
    return report.externalRef();
  }

  @Override
  public InteractionRules rules(Collection<InteractionRequest> reports) {
    return new InteractionRules(
        clock.instant().plus(Recording.CLOCKS),
        references.existing(Target.CUSTOMER, reports.stream().map(InteractionRequest::customerId)),
        references.existing(
            Target.TOUCHPOINT, reports.stream().map(InteractionRequest::touchpointId)),
        references.existing(Target.OFFERING, reports.stream().map(InteractionRequest::offeringId)),
        references.existing(
            Target.PARTY,
            reports.stream()
                .flatMap(report -> participants(report).stream())
                .filter(Objects::nonNull)
                .map(InteractionParticipant::partyId)));
  }

  private static List<InteractionParticipant> participants(InteractionRequest report) {
    return report.participants() == null ? List.of() : report.participants();
  }

  @Override
  public Set<UUID> insertNew(String rows) {
    @SuppressWarnings("unchecked")
    List<UUID> written =
        entities
            .createNativeQuery(
                """
                INSERT INTO interaction (
                  tenant_id, id, version, created_at, updated_at, customer_id, touchpoint_id,
                  offering_id, channel, direction, started_at, answered_at, resolved_at, summary,
                  ref_scheme, ref_value, content_digest)
                SELECT current_setting('app.tenant'), r.id, 0, :now, :now, i."customerId",
                  i."touchpointId", i."offeringId",
                  coalesce(i.channel,
                    (SELECT t.channel FROM touchpoint t WHERE t.id = i."touchpointId")),
                  i.direction, i."startedAt", i."answeredAt", i."resolvedAt", i.summary,
                  i."externalRef" ->> 'scheme', i."externalRef" ->> 'value',
                  sha256(convert_to(cast(jsonb_strip_nulls(r."as") AS text), 'UTF8'))
                FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS r (id uuid, "as" jsonb)
                CROSS JOIN LATERAL jsonb_to_record(r."as") AS i (
                  "customerId" uuid, "touchpointId" uuid, "offeringId" uuid, channel text,
                  direction text, "startedAt" timestamptz, "answeredAt" timestamptz,
                  "resolvedAt" timestamptz, summary text, "externalRef" jsonb)
                ON CONFLICT (tenant_id, ref_scheme, ref_value) DO NOTHING
                RETURNING id""",
                UUID.class)
            .setParameter("now", clock.instant())
            .setParameter("rows", rows)
            .getResultList();
    Set<UUID> ids = new HashSet<>(written);
    addParticipants(rows, ids);
    return ids;
  }

  private void addParticipants(String rows, Set<UUID> written) {
    entities
        .createNativeQuery(
            """
            INSERT INTO interaction_participant (
              tenant_id, id, interaction_id, party_id, role, place)
            SELECT current_setting('app.tenant'), uuidv7(), r.id,
              cast(p.value ->> 'partyId' AS uuid), p.value ->> 'role', p.place - 1
            FROM jsonb_to_recordset(cast(:rows AS jsonb)) AS r (id uuid, "as" jsonb)
            CROSS JOIN LATERAL jsonb_array_elements(
              coalesce(r."as" -> 'participants', cast('[]' AS jsonb)))
              WITH ORDINALITY AS p (value, place)
            WHERE r.id = ANY (:written)""")
        .setParameter("rows", rows)
        .setParameter("written", written.toArray(UUID[]::new))
        .executeUpdate();
  }

  Interaction get(UUID id) {
    Interaction interaction = entities.find(Interaction.class, id);
    if (interaction == null) {
      throw ProblemException.notFound("interaction", id);
    }
    return interaction;
  }

  List<InteractionParticipant> participants(Interaction interaction) {
    return participants(List.of(interaction)).getOrDefault(interaction.id(), List.of());
  }

  /// Who took part in several interactions, in one query.
  Map<UUID, List<InteractionParticipant>> participants(Collection<Interaction> interactions) {
    return entities
        .createQuery(
            "from InteractionParticipantRow p where p.interactionId in :interactions"
                + " order by p.interactionId, p.place",
            InteractionParticipantRow.class)
        .setParameter("interactions", interactions.stream().map(Interaction::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                InteractionParticipantRow::interactionId,
                Collectors.mapping(InteractionParticipantRow::participant, Collectors.toList())));
  }

  void replaceParticipants(UUID interaction, List<InteractionParticipant> participants) {
    entities
        .createQuery("delete from InteractionParticipantRow p where p.interactionId = :id")
        .setParameter("id", interaction)
        .executeUpdate();
    for (int place = 0; place < participants.size(); place++) {
      entities.persist(new InteractionParticipantRow(interaction, participants.get(place), place));
    }
  }

  Channel channelOf(UUID touchpoint) {
    return entities
        .createQuery("select t.channel from Touchpoint t where t.id = :id", Channel.class)
        .setParameter("id", touchpoint)
        .getSingleResult();
  }

  void remove(Interaction interaction) {
    // The participants go with it by foreign key.
    entities.remove(interaction);
    entities.flush();
  }

  Page<Interaction> list(PageQuery query) {
    return keyset.page(Interaction.class, FIELDS, query);
  }
}
