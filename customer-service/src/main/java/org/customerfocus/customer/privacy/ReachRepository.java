package org.customerfocus.customer.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.customer.privacy.Reach.Edge;
import org.customerfocus.customer.privacy.Reach.Match;
import org.hibernate.Session;

/// Finds what is about a party, along the foreign keys that the database declares.
@ApplicationScoped
class ReachRepository {

  /// Where merged ids lead.
  private static final String REDIRECTS = "merge_redirect";

  private static final String EDGES =
      """
      SELECT child.relname, a.attname, parent.relname, p.attname, c.confdeltype = 'c'
      FROM pg_constraint c
      JOIN pg_class child ON child.oid = c.conrelid
      JOIN pg_class parent ON parent.oid = c.confrelid
      CROSS JOIN LATERAL unnest(c.conkey, c.confkey) AS k(own, other)
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own
      JOIN pg_attribute p ON p.attrelid = c.confrelid AND p.attnum = k.other
      WHERE c.contype = 'f' AND child.relnamespace = 'public'::regnamespace
        AND a.attname <> 'tenant_id' AND a.atttypid = 'uuid'::regtype
      ORDER BY 1, 2, 3""";

  private final EntityManager entities;

  ReachRepository(EntityManager entities) {
    this.entities = entities;
  }

  Reach of(UUID party) {
    entities.flush();
    return entities.unwrap(Session.class).doReturningWork(connection -> of(party, connection));
  }

  /// Every table that a foreign key leads to from a party, in one step or more: whatever it holds
  /// is found by [#of].
  Set<String> reachable() {
    return entities
        .unwrap(Session.class)
        .doReturningWork(
            connection -> {
              List<Edge> edges = edges(connection);
              Set<String> tables = new HashSet<>(Set.of(Reach.PARTY, Reach.CUSTOMER));
              int before = 0;
              while (tables.size() > before) {
                before = tables.size();
                for (Edge edge : edges) {
                  boolean direct = Set.of(Reach.PARTY, Reach.CUSTOMER).contains(edge.parent());
                  if (direct || (edge.part() && tables.contains(edge.parent()))) {
                    tables.add(edge.table());
                  }
                }
              }
              return tables;
            });
  }

  /// As the connection shows the database.
  static Reach of(UUID party, Connection connection) throws SQLException {
    List<Edge> edges = edges(connection);
    Set<UUID> parties = merged(party, edges, connection);
    Set<UUID> customers =
        ids(connection, Reach.CUSTOMER, List.of(new Match("party_id", parties, true)));
    Reach reach = Reach.of(parties, customers, former(parties, customers, edges, connection));
    reach.add(Reach.PARTY, "id", parties, true);
    for (Edge edge : edges) {
      if (edge.parent().equals(Reach.PARTY) && !edge.table().equals(Reach.PARTY)) {
        reach.add(edge.table(), edge.column(), parties, Reach.own(edge, edges));
      } else if (edge.parent().equals(Reach.CUSTOMER) && !edge.table().equals(Reach.CUSTOMER)) {
        reach.add(edge.table(), edge.column(), customers, Reach.own(edge, edges));
      }
    }
    addAttended(reach, connection);
    addParts(reach, edges, connection);
    return reach;
  }

  /// What was said in an interaction is about everybody who took part.
  private static void addAttended(Reach reach, Connection connection) throws SQLException {
    List<Match> taken = reach.own("interaction_participant");
    if (!taken.isEmpty()) {
      Set<UUID> attended = values(connection, "interaction_participant", "interaction_id", taken);
      reach.add("interaction", "id", attended, true);
    }
  }

  /// Ids that lead to the party or its relationships, in one step or more.
  private static Set<UUID> former(
      Set<UUID> parties, Set<UUID> customers, List<Edge> edges, Connection connection)
      throws SQLException {
    Set<UUID> former = new LinkedHashSet<>();
    boolean merges = edges.stream().anyMatch(each -> each.table().equals(REDIRECTS));
    Set<UUID> next = new LinkedHashSet<>(parties);
    next.addAll(customers);
    while (merges && !next.isEmpty()) {
      next = values(connection, REDIRECTS, "gone_id", List.of(new Match("kept_id", next, true)));
      next.removeAll(former);
      former.addAll(next);
    }
    return former;
  }

  /// The party and those that were merged into it, which refer to it.
  private static Set<UUID> merged(UUID party, List<Edge> edges, Connection connection)
      throws SQLException {
    List<Edge> own =
        edges.stream()
            .filter(each -> each.table().equals(Reach.PARTY) && each.parent().equals(Reach.PARTY))
            .toList();
    Set<UUID> parties = new LinkedHashSet<>(Set.of(party));
    int before = 0;
    while (!own.isEmpty() && parties.size() > before) {
      before = parties.size();
      Set<UUID> known = Set.copyOf(parties);
      parties.addAll(
          ids(
              connection,
              Reach.PARTY,
              own.stream().map(each -> new Match(each.column(), known, true)).toList()));
    }
    return parties;
  }

  /// Rows that go with an own row of another table are own rows as well.
  private static void addParts(Reach reach, List<Edge> edges, Connection connection)
      throws SQLException {
    Set<Edge> followed = new HashSet<>();
    List<String> open = new ArrayList<>(reach.ownTables());
    while (!open.isEmpty()) {
      String table = open.removeFirst();
      for (Edge edge : edges) {
        boolean follow =
            edge.part()
                && edge.parent().equals(table)
                && !Set.of(Reach.PARTY, Reach.CUSTOMER, edge.table()).contains(table)
                && followed.add(edge);
        if (follow) {
          Set<UUID> owners = values(connection, table, edge.parentColumn(), reach.own(table));
          reach.add(edge.table(), edge.column(), owners, true);
          open.add(edge.table());
        }
      }
    }
  }

  private static List<Edge> edges(Connection connection) throws SQLException {
    List<Edge> edges = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(EDGES)) {
      while (row.next()) {
        edges.add(
            new Edge(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getBoolean(5)));
      }
    }
    return edges;
  }

  private static Set<UUID> ids(Connection connection, String table, List<Match> matches)
      throws SQLException {
    return values(connection, table, "id", matches);
  }

  static Set<UUID> values(Connection connection, String table, String column, List<Match> matches)
      throws SQLException {
    Set<UUID> values = new LinkedHashSet<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT %s FROM %s WHERE %s ORDER BY 1"
                .formatted(quote(column), quote(table), where(matches)))) {
      bind(select, 1, matches, connection);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          values.add(row.getObject(1, UUID.class));
        }
      }
    }
    return values;
  }

  /// The condition that finds the rows, with one parameter a match.
  static String where(List<Match> matches) {
    return matches.stream()
        .map(each -> quote(each.column()) + " = ANY (?)")
        .collect(Collectors.joining(" OR ", "(", ")"));
  }

  /// @return the next parameter's number
  static int bind(PreparedStatement statement, int first, List<Match> matches, Connection by)
      throws SQLException {
    int at = first;
    for (Match match : matches) {
      statement.setArray(at++, array(match.ids(), by));
    }
    return at;
  }

  static java.sql.Array array(Collection<UUID> ids, Connection connection) throws SQLException {
    return connection.createArrayOf("uuid", ids.toArray());
  }

  /// The names come from the catalogue of the database.
  static String quote(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
