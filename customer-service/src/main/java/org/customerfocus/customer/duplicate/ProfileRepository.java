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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.customer.matching.Block.Member;
import org.customerfocus.customer.matching.Normal;
import org.customerfocus.customer.matching.Profile;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/// Reads parties as they are compared, and keeps that beside them.
@ApplicationScoped
class ProfileRepository {

  private static final String ITEM = "\u001e";
  private static final String PART = "\u001d";

  private static final String SOURCE =
      """
      SELECT p.id, p.kind, p.name, p.given_name, p.family_name, to_char(p.birth_date, 'YYYYMMDD'),
        (SELECT string_agg(concat_ws(chr(29), coalesce(a.lines[1], ''),
                             array_to_string(a.lines[2:], ' '), coalesce(a.locality, ''),
                             coalesce(a.postal_code, ''), coalesce(a.region, '')),
                           chr(30) ORDER BY a.place)
         FROM postal_address a WHERE a.party_id = p.id),
        (SELECT string_agg(c.value, chr(30) ORDER BY c.place)
         FROM contact_point c WHERE c.party_id = p.id AND c.type = 'email'),
        (SELECT string_agg(c.value, chr(30) ORDER BY c.place)
         FROM contact_point c WHERE c.party_id = p.id AND c.type = 'phone'),
        (SELECT string_agg(i.scheme || ':' || i.value, chr(30) ORDER BY i.place)
         FROM party_identifier i WHERE i.party_id = p.id)
      FROM party p WHERE p.erased_at IS NULL AND %s""";

  private final EntityManager entities;

  ProfileRepository(EntityManager entities) {
    this.entities = entities;
  }

  /// Parties in the order of their ids.
  List<Profile> after(@Nullable UUID id, int limit) {
    String query = SOURCE.formatted("p.id > ? ORDER BY p.id LIMIT " + limit);
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement select = connection.prepareStatement(query)) {
                select.setObject(1, id == null ? new UUID(0, 0) : id);
                return read(select);
              }
            });
  }

  List<Profile> of(Collection<UUID> ids) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              try (PreparedStatement select =
                  connection.prepareStatement(SOURCE.formatted("p.id = ANY (?)"))) {
                select.setArray(1, uuids(connection, ids));
                return read(select);
              }
            });
  }

  private static List<Profile> read(PreparedStatement select) throws SQLException {
    List<Profile> profiles = new ArrayList<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        profiles.add(profile(row));
      }
    }
    return profiles;
  }

  private static Profile profile(ResultSet row) throws SQLException {
    boolean person = row.getString(2).equals("person");
    return new Profile(
        row.getObject(1, UUID.class),
        person,
        person ? Normal.text(row.getString(4)) : "",
        person ? Normal.text(row.getString(5)) : "",
        person ? "" : Normal.organization(row.getString(3)),
        row.getString(6) == null ? "" : row.getString(6),
        items(row.getString(7)).stream().map(ProfileRepository::address).toList(),
        items(row.getString(8)).stream().map(Normal::email).distinct().toList(),
        items(row.getString(9)).stream().map(Normal::phone).distinct().toList(),
        items(row.getString(10)).stream().map(ProfileRepository::identifier).distinct().toList());
  }

  private static Profile.Address address(String text) {
    String[] parts = text.split(PART, -1);
    return Normal.address(parts[0], parts[1], parts[2], parts[3], parts[4]);
  }

  private static String identifier(String text) {
    int colon = text.indexOf(':');
    return Normal.code(text.substring(0, colon)) + ":" + Normal.code(text.substring(colon + 1));
  }

  private static List<String> items(@Nullable String text) {
    return text == null || text.isEmpty() ? List.of() : Arrays.asList(text.split(ITEM, -1));
  }

  /// Keeps profiles and keys, where they have changed.
  ///
  /// @return those that have
  List<Member> keep(String tenant, List<Profile> profiles) {
    return entities
        .unwrap(Session.class)
        .doReturningWork(connection -> keep(connection, tenant, profiles));
  }

  private static List<Member> keep(Connection connection, String tenant, List<Profile> profiles)
      throws SQLException {
    Map<UUID, String> known = known(connection, profiles);
    List<Member> changed =
        profiles.stream()
            .filter(each -> !ProfileText.write(each).equals(known.get(each.id())))
            .map(Member::of)
            .toList();
    if (changed.isEmpty()) {
      return changed;
    }
    forget(
        connection,
        changed.stream().map(each -> each.profile().id()).filter(known::containsKey).toList());
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO match_profile (tenant_id, party_id, profile, keys)
            VALUES (?, ?, ?, ?)""")) {
      for (Member each : changed) {
        insert.setString(1, tenant);
        insert.setObject(2, each.profile().id());
        insert.setString(3, ProfileText.write(each.profile()));
        insert.setArray(4, longs(connection, each.keys()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO match_key (tenant_id, key, party_id)
            SELECT ?, k.key, p.party_id FROM match_profile p, unnest(p.keys) AS k (key)
            WHERE p.party_id = ANY (?) ORDER BY k.key""")) {
      insert.setString(1, tenant);
      insert.setArray(
          2, uuids(connection, changed.stream().map(each -> each.profile().id()).toList()));
      insert.executeUpdate();
    }
    return changed;
  }

  private static Map<UUID, String> known(Connection connection, List<Profile> profiles)
      throws SQLException {
    Map<UUID, String> known = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT party_id, profile FROM match_profile WHERE party_id = ANY (?)")) {
      select.setArray(1, uuids(connection, profiles.stream().map(Profile::id).toList()));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          known.put(row.getObject(1, UUID.class), row.getString(2));
        }
      }
    }
    return known;
  }

  /// Forgets some parties.
  void forget(Collection<UUID> parties) {
    entities.unwrap(Session.class).doWork(connection -> forget(connection, parties));
  }

  // The keys go with the profile.
  private static void forget(Connection connection, Collection<UUID> parties) throws SQLException {
    if (parties.isEmpty()) {
      return;
    }
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM match_profile WHERE party_id = ANY (?)")) {
      delete.setArray(1, uuids(connection, parties));
      delete.executeUpdate();
    }
  }

  /// Forgets those of whom nothing is known any more.
  void forgetErased() {
    entities
        .createNativeQuery(
            """
            DELETE FROM match_profile m WHERE EXISTS (SELECT 1 FROM party p
              WHERE p.tenant_id = m.tenant_id AND p.id = m.party_id AND p.erased_at IS NOT NULL)""")
        .executeUpdate();
  }

  static Array uuids(Connection connection, Collection<UUID> ids) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  static Array longs(Connection connection, long[] values) throws SQLException {
    return connection.createArrayOf("bigint", Arrays.stream(values).boxed().toArray());
  }
}
