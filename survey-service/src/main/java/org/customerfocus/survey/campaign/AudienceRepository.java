package org.customerfocus.survey.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.customerfocus.survey.invitation.Frozen;
import org.jspecify.annotations.Nullable;

/// The audiences of campaigns, in sets.
@ApplicationScoped
class AudienceRepository {

  private static final FrozenText FROZEN = new FrozenText();

  /// Stands for none where null could not be compared.
  private static final UUID NO_OCCASION = new UUID(0, 0);

  private final EntityManager entities;

  AudienceRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Someone as kept, with where they stand in the draw.
  record Kept(Member member, String stratum, long place, @Nullable UUID occasion) {}

  /// What was decided about someone.
  record Decision(UUID party, ExclusionReason reason, @Nullable UUID rule) {}

  /// A part of the population that is not settled.
  record Stratum(String name, long target, long invited) {}

  /// An interaction, or a closed case, that sets invitations off.
  ///
  /// @param touchpoint that it is about, where it says so
  /// @param offering that it is about, where it says so
  record Occasion(UUID id, UUID customer, @Nullable UUID touchpoint, @Nullable UUID offering) {}

  /// Keeps people once each. Who is reached through several customers counts with the least of
  /// them, in whatever order they come.
  void keep(UUID campaign, Collection<Kept> people, ExclusionReason reason) {
    entities
        .createNativeQuery(
            """
            INSERT INTO audience_member AS a (tenant_id, id, campaign_id, party_id, customer_id,
              occasion_id, stratum, draw_key, attributes, reason)
            SELECT DISTINCT ON (party, occasion) current_setting('app.tenant'), uuidv7(),
              cast(:campaign AS uuid), party, customer, occasion, stratum, place, attributes,
              cast(:reason AS text)
            FROM unnest(:parties, :customers, :occasions, :strata, :places, :attributes)
              AS k (party, customer, occasion, stratum, place, attributes)
            ORDER BY party, occasion, customer
            ON CONFLICT (tenant_id, campaign_id, party_id, occasion_id) DO UPDATE SET
              customer_id = excluded.customer_id, stratum = excluded.stratum,
              attributes = excluded.attributes
            WHERE a.reason = 'undecided' AND excluded.customer_id < a.customer_id""")
        .setParameter("campaign", campaign)
        .setParameter("reason", reason.wire())
        .setParameter("parties", column(people, each -> each.member().partyId(), UUID[]::new))
        .setParameter("customers", column(people, each -> each.member().customerId(), UUID[]::new))
        .setParameter("occasions", column(people, Kept::occasion, UUID[]::new))
        .setParameter("strata", column(people, Kept::stratum, String[]::new))
        .setParameter("places", column(people, Kept::place, Long[]::new))
        .setParameter(
            "attributes",
            column(people, each -> FROZEN.write(each.member().frozen()), String[]::new))
        .executeUpdate();
  }

  private static <T extends @Nullable Object> T[] column(
      Collection<Kept> people, Function<Kept, T> value, java.util.function.IntFunction<T[]> array) {
    return people.stream().map(value).toArray(array);
  }

  /// How many there are in each stratum.
  @SuppressWarnings("unchecked")
  Map<String, Long> strata(UUID campaign) {
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT stratum, count(*) FROM audience_member WHERE campaign_id = :campaign
                GROUP BY stratum""",
                Tuple.class)
            .setParameter("campaign", campaign)
            .getResultList();
    Map<String, Long> strata = new HashMap<>();
    rows.forEach(row -> strata.put(row.get(0, String.class), row.get(1, Long.class)));
    return strata;
  }

  /// How many are to be invited of each stratum.
  void plan(UUID campaign, Map<String, Long> targets) {
    entities
        .createNativeQuery(
            """
            INSERT INTO campaign_stratum (tenant_id, campaign_id, stratum, target, invited, settled)
            SELECT current_setting('app.tenant'), :campaign, name, target, 0, false
            FROM unnest(:names, :targets) AS s (name, target)""")
        .setParameter("campaign", campaign)
        .setParameter("names", targets.keySet().toArray(String[]::new))
        .setParameter("targets", targets.values().toArray(Long[]::new))
        .executeUpdate();
  }

  /// The next stratum with somebody to decide about; null when all are settled.
  @SuppressWarnings("unchecked")
  @Nullable Stratum stratum(UUID campaign) {
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT stratum, target, invited FROM campaign_stratum
                WHERE campaign_id = :campaign AND NOT settled ORDER BY stratum LIMIT 1""",
                Tuple.class)
            .setParameter("campaign", campaign)
            .getResultList();
    if (rows.isEmpty()) {
      return null;
    }
    Tuple row = rows.getFirst();
    return new Stratum(row.get(0, String.class), row.get(1, Long.class), row.get(2, Long.class));
  }

  /// The next people of a stratum, in the order of the draw.
  @SuppressWarnings("unchecked")
  List<Member> next(UUID campaign, String stratum, int limit) {
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT party_id, customer_id, attributes FROM audience_member
                WHERE campaign_id = :campaign AND stratum = :stratum AND reason = 'undecided'
                ORDER BY draw_key, party_id LIMIT :limit""",
                Tuple.class)
            .setParameter("campaign", campaign)
            .setParameter("stratum", stratum)
            .setParameter("limit", limit)
            .getResultList();
    return rows.stream().map(AudienceRepository::member).toList();
  }

  private static Member member(Tuple row) {
    Frozen frozen = FROZEN.read(row.get(2, String.class));
    return new Member(
        row.get(1, UUID.class),
        row.get(1, UUID.class),
        row.get(0, UUID.class),
        frozen.organizationPartyId(),
        "",
        frozen.roles(),
        frozen.segmentIds());
  }

  /// Those of an occasion about whom nothing was decided yet.
  @SuppressWarnings("unchecked")
  Set<UUID> undecided(UUID campaign, UUID occasion) {
    return new HashSet<>(
        entities
            .createNativeQuery(
                """
                SELECT party_id FROM audience_member
                WHERE campaign_id = :campaign AND occasion_id = :occasion
                  AND reason = 'undecided'""",
                UUID.class)
            .setParameter("campaign", campaign)
            .setParameter("occasion", occasion)
            .getResultList());
  }

  /// Writes decisions down.
  void decide(UUID campaign, @Nullable UUID occasion, Collection<Decision> decisions) {
    entities
        .createNativeQuery(
            """
            UPDATE audience_member a SET reason = d.reason, contact_rule_id = d.rule
            FROM unnest(:parties, :reasons, :rules) AS d (party, reason, rule)
            WHERE a.campaign_id = :campaign AND a.party_id = d.party
              AND coalesce(a.occasion_id, :none) = :occasion""")
        .setParameter("campaign", campaign)
        .setParameter("none", NO_OCCASION)
        .setParameter("occasion", occasion == null ? NO_OCCASION : occasion)
        .setParameter("parties", decisions.stream().map(Decision::party).toArray(UUID[]::new))
        .setParameter(
            "reasons", decisions.stream().map(each -> each.reason().wire()).toArray(String[]::new))
        .setParameter("rules", decisions.stream().map(Decision::rule).toArray(UUID[]::new))
        .executeUpdate();
  }

  void invited(UUID campaign, String stratum, int more) {
    entities
        .createNativeQuery(
            """
            UPDATE campaign_stratum SET invited = invited + :more
            WHERE campaign_id = :campaign AND stratum = :stratum""")
        .setParameter("more", more)
        .setParameter("campaign", campaign)
        .setParameter("stratum", stratum)
        .executeUpdate();
  }

  /// Passes over some of those of a stratum who are left.
  ///
  /// @return whether all of them are
  boolean passOver(UUID campaign, String stratum, int limit) {
    int passed =
        entities
            .createNativeQuery(
                """
                UPDATE audience_member SET reason = 'not-drawn' WHERE id IN (
                  SELECT id FROM audience_member
                  WHERE campaign_id = :campaign AND stratum = :stratum AND reason = 'undecided'
                  LIMIT :limit)""")
            .setParameter("campaign", campaign)
            .setParameter("stratum", stratum)
            .setParameter("limit", limit)
            .executeUpdate();
    if (passed == limit) {
      return false;
    }
    entities
        .createNativeQuery(
            """
            UPDATE campaign_stratum SET settled = true
            WHERE campaign_id = :campaign AND stratum = :stratum""")
        .setParameter("campaign", campaign)
        .setParameter("stratum", stratum)
        .executeUpdate();
    return true;
  }

  void addOccasion(UUID campaign, Occasion occasion, Instant due) {
    entities
        .createNativeQuery(
            """
            INSERT INTO campaign_occasion (tenant_id, campaign_id, occasion_id, customer_id,
              touchpoint_id, offering_id, due_at)
            VALUES (current_setting('app.tenant'), :campaign, :occasion, :customer,
              cast(:touchpoint AS uuid), cast(:offering AS uuid), :due)
            ON CONFLICT DO NOTHING""")
        .setParameter("campaign", campaign)
        .setParameter("occasion", occasion.id())
        .setParameter("customer", occasion.customer())
        .setParameter("touchpoint", occasion.touchpoint())
        .setParameter("offering", occasion.offering())
        .setParameter("due", due)
        .executeUpdate();
  }

  /// When the next occasion is due.
  @SuppressWarnings("unchecked")
  @Nullable Instant nextOccasion(UUID campaign) {
    List<Instant> due =
        entities
            .createNativeQuery(
                """
                SELECT due_at FROM campaign_occasion WHERE campaign_id = :campaign
                ORDER BY due_at LIMIT 1""",
                Instant.class)
            .setParameter("campaign", campaign)
            .getResultList();
    return due.isEmpty() ? null : due.getFirst();
  }

  @SuppressWarnings("unchecked")
  @Nullable Occasion dueOccasion(UUID campaign, Instant now) {
    List<Tuple> due =
        entities
            .createNativeQuery(
                """
                SELECT occasion_id, customer_id, touchpoint_id, offering_id FROM campaign_occasion
                WHERE campaign_id = :campaign AND due_at <= :now ORDER BY due_at LIMIT 1""",
                Tuple.class)
            .setParameter("campaign", campaign)
            .setParameter("now", now)
            .getResultList();
    return due.isEmpty()
        ? null
        : new Occasion(
            due.getFirst().get(0, UUID.class),
            due.getFirst().get(1, UUID.class),
            due.getFirst().get(2, UUID.class),
            due.getFirst().get(3, UUID.class));
  }

  /// The occasion is done with.
  void removeOccasion(UUID campaign, UUID occasion) {
    entities
        .createNativeQuery(
            """
                DELETE FROM campaign_occasion
                WHERE campaign_id = :campaign AND occasion_id = :occasion""")
        .setParameter("campaign", campaign)
        .setParameter("occasion", occasion)
        .executeUpdate();
  }

  /// Reads and writes frozen attributes as the column of invitations does.
  private static final class FrozenText
      extends org.customerfocus.conventions.wire.JsonColumn<Frozen> {

    FrozenText() {
      super(new com.fasterxml.jackson.core.type.TypeReference<>() {});
    }

    String write(Frozen frozen) {
      return String.valueOf(convertToDatabaseColumn(frozen));
    }

    Frozen read(String text) {
      Frozen frozen = convertToEntityAttribute(text);
      return frozen == null ? Frozen.NOTHING : frozen;
    }
  }
}
