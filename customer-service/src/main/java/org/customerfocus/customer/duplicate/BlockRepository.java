package org.customerfocus.customer.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongPredicate;
import org.customerfocus.customer.matching.Block;
import org.customerfocus.customer.matching.Block.Member;
import org.customerfocus.customer.matching.Profile;
import org.hibernate.Session;
import org.hibernate.jdbc.ReturningWork;
import org.jspecify.annotations.Nullable;

/// Reads the blocks of a register in the order of their keys, some at a time.
@ApplicationScoped
class BlockRepository {

  /// A value that more parties share says nothing: by it alone they are not brought together.
  static final int SKIPPED = 2_000;

  // Read at a time; more than a block may have.
  private static final int KEYS = 10_000;

  private static final int CANDIDATES = 400;

  private final EntityManager entities;

  BlockRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Some blocks, and how far they reach.
  ///
  /// @param through the last key that was read, of a block or of a single party; null when there
  ///   are no more
  record Run(List<Block> blocks, @Nullable Long through) {}

  /// The next blocks after a key, whole ones, and of these the chosen ones. Reads keys in the order
  /// of their index and profiles by id: ways that stay the same whatever the database believes of
  /// the size of tables that have just been filled.
  Run after(@Nullable Long key, LongPredicate chosen) {
    return work(
        connection -> {
          List<Long> read = new ArrayList<>();
          List<UUID> parties = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT key, party_id FROM match_key WHERE key > ?
                  ORDER BY key, party_id LIMIT ?""")) {
            select.setLong(1, key == null ? Long.MIN_VALUE : key);
            select.setInt(2, KEYS);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                read.add(row.getLong(1));
                parties.add(row.getObject(2, UUID.class));
              }
            }
          }
          return run(connection, read, parties, chosen);
        });
  }

  private static Run run(
      Connection connection, List<Long> keys, List<UUID> parties, LongPredicate chosen)
      throws SQLException {
    if (keys.isEmpty()) {
      return new Run(List.of(), null);
    }
    Map<Long, List<UUID>> shared = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      shared.computeIfAbsent(keys.get(i), k -> new ArrayList<>()).add(parties.get(i));
    }
    // The last may go on; one that fills all that was read is larger than any that is compared.
    long through = keys.getLast();
    if (keys.size() == KEYS) {
      shared.remove(through);
      through = shared.isEmpty() ? through : keys.get(keys.indexOf(through) - 1);
    }
    shared
        .entrySet()
        .removeIf(
            each ->
                each.getValue().size() < 2
                    || each.getValue().size() > SKIPPED
                    || !chosen.test(each.getKey()));
    Map<UUID, Member> members =
        members(connection, shared.values().stream().flatMap(List::stream).distinct().toList());
    List<Block> blocks = new ArrayList<>();
    shared.forEach(
        (key, ids) -> blocks.add(new Block(key, ids.stream().map(members::get).toList())));
    return new Run(blocks, through);
  }

  private static Map<UUID, Member> members(Connection connection, List<UUID> parties)
      throws SQLException {
    Map<UUID, Member> members = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT party_id, profile, keys FROM match_profile WHERE party_id = ANY (?)")) {
      select.setArray(1, ProfileRepository.uuids(connection, parties));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Member member = member(row, 1);
          members.put(member.profile().id(), member);
        }
      }
    }
    return members;
  }

  /// The keys of blocks that are compared by neighbourhood only, or not at all.
  Set<Long> large() {
    return new HashSet<>(keys("HAVING count(*) > " + Block.WHOLE));
  }

  long skipped() {
    return keys("HAVING count(*) > " + SKIPPED).size();
  }

  /// How many pairs all blocks have, those left out aside.
  long pairs() {
    return ((Number)
            entities
                .createNativeQuery(
                    """
                    SELECT coalesce(sum(least(n, %d) * (n - 1) / 2), 0) FROM (
                      SELECT count(*) AS n FROM match_key GROUP BY key
                      HAVING count(*) BETWEEN 2 AND %d) b"""
                        .formatted(Block.WHOLE, SKIPPED))
                .getSingleResult())
        .longValue();
  }

  @SuppressWarnings("unchecked")
  private List<Long> keys(String having) {
    return entities
        .createNativeQuery("SELECT key FROM match_key GROUP BY key " + having, Long.class)
        .getResultList();
  }

  /// Those that share a key with a party: of keys that tell something, and boundedly many.
  List<Profile> candidates(Member member) {
    return work(
        connection -> {
          List<Profile> candidates = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT DISTINCT p.party_id, p.profile, p.keys
                  FROM unnest(?) AS mine (key)
                  CROSS JOIN LATERAL (
                    SELECT k.party_id FROM match_key k WHERE k.key = mine.key
                    ORDER BY k.party_id DESC LIMIT ?) near
                  JOIN match_profile p ON p.party_id = near.party_id
                  WHERE p.party_id <> ? ORDER BY p.party_id LIMIT ?""")) {
            Array keys = ProfileRepository.longs(connection, member.keys());
            select.setArray(1, keys);
            select.setInt(2, Block.WHOLE);
            select.setObject(3, member.profile().id());
            select.setInt(4, CANDIDATES);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                candidates.add(member(row, 1).profile());
              }
            }
          }
          return candidates;
        });
  }

  /// Profiles in the order of their parties.
  List<Profile> profiles(@Nullable UUID after, int limit) {
    return work(
        connection -> {
          List<Profile> profiles = new ArrayList<>();
          try (PreparedStatement select =
              connection.prepareStatement(
                  """
                  SELECT party_id, profile, keys FROM match_profile WHERE party_id > ?
                  ORDER BY party_id LIMIT ?""")) {
            select.setObject(1, after == null ? new UUID(0, 0) : after);
            select.setInt(2, limit);
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                profiles.add(member(row, 1).profile());
              }
            }
          }
          return profiles;
        });
  }

  private static Member member(ResultSet row, int column) throws SQLException {
    Profile profile =
        ProfileText.read(row.getObject(column, UUID.class), row.getString(column + 1));
    Long[] keys = (Long[]) row.getArray(column + 2).getArray();
    return new Member(profile, Arrays.stream(keys).mapToLong(Long::longValue).toArray());
  }

  private <T> T work(ReturningWork<T> work) {
    return entities.unwrap(Session.class).doReturningWork(work);
  }
}
