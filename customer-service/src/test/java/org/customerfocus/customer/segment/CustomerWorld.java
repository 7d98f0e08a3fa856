package org.customerfocus.customer.segment;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.rule.Values;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.customer.attribute.AttributeLists;
import org.customerfocus.customer.attribute.AttributeLists.Defined;
import org.customerfocus.customer.relationship.CustomerLists;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;

/// A tenant's customers at random: in the database, and as the values that a matcher sees, which
/// queries written out by hand collect field by field.
record CustomerWorld(String tenant, Map<UUID, Map<String, List<@Nullable Object>>> customers) {

  private static final List<Defined> DEFINED = AttributeLists.defined();
  private static final List<String> TEXTS =
      List.of("A", "Ab", "B", "b", "\u00c9", "\uFFFD", "\uD83D\uDE00", "A*", "Zed");
  private static final List<String> ROLES = List.of("end-user", "payer", "agent");
  private static final List<String> IDS =
      List.of(
          "00000000-0000-7000-8000-000000000001",
          "7fffffff-ffff-7fff-8000-000000000002",
          "80000000-0000-7000-8000-000000000003",
          "ffffffff-ffff-7fff-bfff-000000000004");
  private static final String VALID =
      "(v.valid_from IS NULL OR v.valid_from <= '2026-03-31')"
          + " AND (v.valid_to IS NULL OR v.valid_to > '2026-03-31')";

  static void migrate(Map<String, String> settings) {
    Flyway.configure()
        .dataSource(settings.get("customerfocus.database.url"), "customer_owner", "test")
        .locations("db/conventions", "db/migration")
        .placeholders(Map.of("app", "customer_app", "job", "customer_job"))
        .outOfOrder(true)
        .load()
        .migrate();
  }

  /// The fields of customers, with an attribute of each type of each owner.
  static Fields fields() {
    return CustomerLists.FIELDS.plus(DEFINED.stream().flatMap(CustomerWorld::fields).toList());
  }

  private static Stream<Field> fields(Defined defined) {
    return defined.owner().equals("customer")
        ? Stream.of(defined.field("attribute.", "", "a.ownerId = e.id"))
        : Stream.of(
            defined.field("party.attribute.", "", "a.ownerId = e.partyId"),
            defined.field(
                "organization.attribute.",
                "Membership m, ",
                CustomerLists.VALID_MEMBERSHIP + " and a.ownerId = m.organizationPartyId"));
  }

  /// Values to compare a field with, as text: those that occur, some between and some relative.
  static List<String> texts(Field field) {
    if (field.type().isEnum()) {
      return Arrays.stream(field.type().getEnumConstants())
          .map(each -> ((WireEnum) each).wire())
          .toList();
    }
    return switch (field.type().getSimpleName()) {
      case "UUID" -> IDS;
      case "Boolean" -> List.of("true", "false");
      case "Long", "Integer" -> List.of("-1", "0", "1", "2", "9007199254740993");
      case "BigDecimal" -> List.of("-0.5", "0", "0.000001", "1.25", "2");
      case "LocalDate" -> List.of("2026-03-30", "2026-03-31", "P0D", "-P1D", "P1D", "-P1M");
      case "Instant" ->
          List.of("2026-03-31T12:00:00Z", "2026-03-30T12:00:00.000001Z", "-P1D", "PT0S", "-PT24H");
      default -> field.name().equals("role") ? ROLES : TEXTS;
    };
  }

  /// @param owner a connection whom row-level security does not bind
  /// @param seed makes the same world again
  static CustomerWorld populate(Connection owner, int seed, Fields fields) throws SQLException {
    String tenant = "world-" + seed;
    try (Statement to = owner.createStatement()) {
      to.execute("SELECT setseed(%s)".formatted(seed / 1000.0));
      insertParties(to, tenant);
      insertCustomers(to, tenant);
      for (Defined each : DEFINED) {
        insertAttribute(to, tenant, each);
      }
      CustomerWorld world = new CustomerWorld(tenant, new LinkedHashMap<>());
      world.load(to, fields);
      return world;
    }
  }

  private static void insertParties(Statement to, String tenant) throws SQLException {
    to.execute(
        """
        INSERT INTO party (tenant_id, id, version, created_at, updated_at, kind, name, given_name)
        SELECT '%1$s', id, 0, now(), now(), kind, name, CASE kind WHEN 'person' THEN name END
        FROM (SELECT id, 'organization' AS kind, %2$s AS name
              FROM unnest(cast('{%3$s}' AS uuid[])) id
              UNION ALL
              SELECT gen_random_uuid(), %4$s, %2$s FROM generate_series(1, 30)) party"""
            .formatted(
                tenant,
                pick(TEXTS),
                String.join(",", IDS),
                pick(List.of("person", "organization"))));
    to.execute(
        """
        INSERT INTO offering (tenant_id, id, version, created_at, updated_at, name, kind, status)
        SELECT '%s', id, 0, now(), now(), 'x', 'service', 'offered'
        FROM unnest(cast('{%s}' AS uuid[])) id"""
            .formatted(tenant, String.join(",", IDS)));
    to.execute(
        """
        INSERT INTO membership (tenant_id, id, version, created_at, updated_at, member_party_id,
                                organization_party_id, type, valid_from, valid_to)
        SELECT '%1$s', gen_random_uuid(), 0, now(), now(), m.id, o.id, 'member-of', %2$s, %3$s
        FROM party m, unnest(cast('{%4$s}' AS uuid[])) o(id)
        WHERE m.tenant_id = '%1$s' AND m.id <> o.id AND random() < 0.3"""
            .formatted(tenant, from(), to(), String.join(",", IDS)));
  }

  private static void insertCustomers(Statement to, String tenant) throws SQLException {
    to.execute(
        """
        INSERT INTO customer (tenant_id, id, version, created_at, updated_at, party_id,
          provider_party_id, lifecycle, lifecycle_reason_type, switched_to_party_id, valid_from,
          valid_to)
        SELECT '%1$s', gen_random_uuid(), 0, %2$s, now(), p.id,
          (SELECT o FROM unnest(cast('{%3$s}' AS uuid[])) o
           WHERE o <> p.id AND random() < 0.3 LIMIT 1),
          %4$s, %5$s,
          (SELECT o FROM unnest(cast('{%3$s}' AS uuid[])) o
           WHERE o <> p.id AND random() < 0.3 LIMIT 1), %6$s, %7$s
        FROM party p WHERE p.tenant_id = '%1$s'"""
            .formatted(
                tenant,
                instant(),
                String.join(",", IDS),
                pick(List.of("potential", "current", "former")),
                maybe(pick(List.of("price", "quality", "moved"))),
                from(),
                to()));
    to.execute(
        """
        INSERT INTO customer_role (tenant_id, id, customer_id, type, offering_id, valid_from,
                                   valid_to, place)
        SELECT '%1$s', gen_random_uuid(), c.id, %2$s,
          CASE WHEN random() < 0.5 THEN (cast('{%3$s}' AS uuid[]))[1 + floor(random() * 4)] END,
          %4$s, %5$s, i
        FROM customer c, generate_series(1, 3) i WHERE c.tenant_id = '%1$s' AND random() < 0.5"""
            .formatted(tenant, pick(ROLES), String.join(",", IDS), from(), to()));
    to.execute(
        """
        INSERT INTO customer_offering (tenant_id, id, customer_id, offering_id, place)
        SELECT '%1$s', gen_random_uuid(), c.id, o, 0
        FROM customer c, unnest(cast('{%2$s}' AS uuid[])) o
        WHERE c.tenant_id = '%1$s' AND random() < 0.3"""
            .formatted(tenant, String.join(",", IDS)));
  }

  private static void insertAttribute(Statement to, String tenant, Defined defined)
      throws SQLException {
    to.execute(
        """
        INSERT INTO attribute_definition (tenant_id, id, version, created_at, updated_at, target,
                                          owner, code, type, label, required, options)
        VALUES ('%s', '%s', 0, now(), now(), '%s', '%s', '%5$s', '%5$s', 'x', false, %6$s)"""
            .formatted(
                tenant,
                defined.id(),
                defined.target(),
                defined.owner(),
                defined.type(),
                defined.type().equals("choice") ? "'[]'" : "NULL"));
    String value =
        switch (defined.type()) {
          case "integer" -> "(ARRAY[-1, 0, 1, 2, 9007199254740993])[1 + floor(random() * 5)]";
          case "decimal" -> "(ARRAY[-500000, 0, 1, 1250000])[1 + floor(random() * 4)]";
          case "boolean" -> "random() < 0.5";
          case "date" -> "date '2026-02-27' + cast(floor(random() * 35) AS int)";
          case "instant" -> instant();
          default -> pick(TEXTS);
        };
    to.execute(
        """
        INSERT INTO %1$s_attribute (tenant_id, id, %1$s_id, definition_id, %2$s)
        SELECT o.tenant_id, gen_random_uuid(), o.id, '%3$s', %4$s FROM %1$s o
        WHERE o.tenant_id = '%5$s' AND random() < 0.6"""
            .formatted(defined.owner(), defined.column(), defined.id(), value, tenant));
  }

  private static String pick(List<String> texts) {
    return "(ARRAY['%s'])[1 + cast(floor(random() * %d) AS int)]"
        .formatted(String.join("','", texts), texts.size());
  }

  private static String maybe(String value) {
    return "CASE WHEN random() < 0.5 THEN " + value + " END";
  }

  private static String from() {
    return maybe("date '2026-03-30' + cast(floor(random() * 3) AS int)");
  }

  private static String to() {
    return maybe("date '2026-04-02' + cast(floor(random() * 2) AS int)");
  }

  private static String instant() {
    return "timestamptz '2026-03-30T12:00:00Z' + floor(random() * 3) * interval '12 hours'"
        + " + floor(random() * 2) * interval '1 microsecond'";
  }

  private void load(Statement from, Fields fields) throws SQLException {
    single(
        from,
        fields,
        "SELECT v.id, v.id, v.party_id, v.lifecycle, v.created_at, v.provider_party_id,"
            + " v.lifecycle_reason_type, v.switched_to_party_id, v.valid_from, v.valid_to"
            + " FROM customer v WHERE v.tenant_id = '%s'",
        "id",
        "partyId",
        "lifecycle",
        "createdAt",
        "providerPartyId",
        "lifecycleReasonType",
        "switchedToPartyId",
        "validFrom",
        "validTo");
    single(
        from,
        fields,
        "SELECT v.customer_id, v.type, v.offering_id FROM customer_role v"
            + " WHERE v.tenant_id = '%s' AND "
            + VALID,
        "role",
        "roleOfferingId");
    single(
        from,
        fields,
        "SELECT customer_id, offering_id FROM customer_offering WHERE tenant_id = '%s'",
        "offeringId");
    single(
        from,
        fields,
        "SELECT c.id, p.name, p.kind FROM customer c JOIN party p USING (tenant_id)"
            + " WHERE p.id = c.party_id AND tenant_id = '%s'",
        "party.name",
        "party.kind");
    single(
        from,
        fields,
        "SELECT c.id, p.id, p.name FROM customer c JOIN membership v USING (tenant_id)"
            + " JOIN party p USING (tenant_id) WHERE v.member_party_id = c.party_id"
            + " AND p.id = v.organization_party_id AND tenant_id = '%s' AND "
            + VALID,
        "organization.id",
        "organization.name");
    for (Defined each : DEFINED) {
      loadAttribute(from, fields, each);
    }
  }

  private void loadAttribute(Statement from, Fields fields, Defined each) throws SQLException {
    String value = "a." + each.column();
    String mine = " AND a.definition_id = '" + each.id() + "' AND tenant_id = '%s'";
    if (each.owner().equals("customer")) {
      single(
          from,
          fields,
          "SELECT a.customer_id, " + value + " FROM customer_attribute a WHERE true" + mine,
          "attribute." + each.type());
      return;
    }
    String join = " FROM customer c JOIN party_attribute a USING (tenant_id)";
    single(
        from,
        fields,
        "SELECT c.id, " + value + join + " WHERE a.party_id = c.party_id" + mine,
        "party.attribute." + each.type());
    single(
        from,
        fields,
        "SELECT c.id, "
            + value
            + join
            + " JOIN membership v USING (tenant_id) WHERE v.member_party_id = c.party_id"
            + " AND a.party_id = v.organization_party_id AND "
            + VALID
            + mine,
        "organization.attribute." + each.type());
  }

  /// Adds the values of a query: a customer's id, then one column a field.
  private void single(Statement from, Fields fields, String query, String... names)
      throws SQLException {
    try (ResultSet rows = from.executeQuery(query.formatted(tenant))) {
      while (rows.next()) {
        Map<String, List<@Nullable Object>> values =
            customers.computeIfAbsent(rows.getObject(1, UUID.class), id -> new LinkedHashMap<>());
        for (int i = 0; i < names.length; i++) {
          Field field = Objects.requireNonNull(fields.find(names[i]), names[i]);
          values
              .computeIfAbsent(names[i], name -> new ArrayList<>())
              .add(typed(field, rows.getObject(i + 2)));
        }
      }
    }
  }

  private static @Nullable Object typed(Field field, @Nullable Object value) {
    return switch (value) {
      case String text when field.type().isEnum() -> Values.read(field.type(), text);
      case java.sql.Date date -> date.toLocalDate();
      case java.sql.Timestamp at -> at.toInstant();
      case null, default -> value;
    };
  }

  /// A value as JDBC takes it.
  static @Nullable Object jdbc(@Nullable Object value) {
    return value instanceof Instant at ? OffsetDateTime.ofInstant(at, ZoneOffset.UTC) : value;
  }
}
