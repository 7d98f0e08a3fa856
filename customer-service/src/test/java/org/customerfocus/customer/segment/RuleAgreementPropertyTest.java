package org.customerfocus.customer.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.customerfocus.conventions.page.Condition;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.page.RuleCompiler;
import org.customerfocus.conventions.rule.Combinator;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Operator;
import org.customerfocus.conventions.rule.Rule;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.customerfocus.conventions.rule.RuleMatcher;
import org.customerfocus.conventions.testing.Platform;
import org.jspecify.annotations.Nullable;

/// The two readings of a rule agree: the SQL that PostgreSQL runs under row-level security, and the
/// matcher in memory, over customers with absent values, several values and none.
class RuleAgreementPropertyTest {

  private static final Moment MOMENT = new Moment(Instant.parse("2026-03-31T12:00:00Z"));
  private static final Pattern PARAMETER = Pattern.compile(":(\\w+)");
  private static final int WORLDS = 10;

  private static final List<CustomerWorld> ALL = new ArrayList<>();
  private static Fields fields;
  private static Connection connection;

  @BeforeContainer
  static void populate() throws SQLException, IOException {
    Map<String, String> settings = new Platform().start();
    CustomerWorld.migrate(settings);
    connection = Platform.connect("app");
    fields = CustomerWorld.fields();
    try (Connection owner = Platform.connect("owner")) {
      for (int i = 0; i < WORLDS; i++) {
        ALL.add(CustomerWorld.populate(owner, i, fields));
      }
    }
  }

  @Property
  void theDatabaseAndTheMatcherAgree(@ForAll("rules") Rule rule, @ForAll Random pick)
      throws SQLException {
    CustomerWorld world = ALL.get(pick.nextInt(WORLDS));
    Predicate<RuleMatcher.Values> matcher =
        RuleMatcher.of(rule, RuleAgreementPropertyTest::type, MOMENT);
    TreeSet<UUID> inMemory = new TreeSet<>();
    world
        .customers()
        .forEach(
            (id, values) -> {
              if (matcher.test(field -> values.getOrDefault(field, List.of()))) {
                inMemory.add(id);
              }
            });
    assertThat(inDatabase(rule, world)).as("%s", rule).isEqualTo(inMemory);
  }

  private static @Nullable Class<?> type(String name) {
    Field field = fields.find(name);
    return field == null ? null : field.type();
  }

  private static TreeSet<UUID> inDatabase(Rule rule, CustomerWorld world) throws SQLException {
    Condition condition = RuleCompiler.sql(rule, fields, MOMENT);
    List<Object> values = new ArrayList<>();
    String sql =
        PARAMETER
            .matcher("SELECT e.id FROM customer e WHERE " + condition.text())
            .replaceAll(
                (match) -> {
                  values.add(condition.parameters().get(match.group(1)));
                  return Matcher.quoteReplacement("?");
                });
    TreeSet<UUID> ids = new TreeSet<>();
    try (var tenant = connection.prepareStatement("SELECT set_config('app.tenant', ?, false)")) {
      tenant.setString(1, world.tenant());
      tenant.execute();
    }
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.size(); i++) {
        select.setObject(i + 1, CustomerWorld.jdbc(values.get(i)));
      }
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          ids.add(rows.getObject(1, UUID.class));
        }
      }
    }
    return ids;
  }

  @Provide
  Arbitrary<Rule> rules() {
    return rule(4);
  }

  private static Arbitrary<Rule> rule(int depth) {
    Arbitrary<Rule> comparison =
        Arbitraries.of(fields.all()).flatMap(RuleAgreementPropertyTest::comparison);
    if (depth == 1) {
      return comparison;
    }
    Arbitrary<Rule> group =
        Combinators.combine(
                Arbitraries.of(Combinator.class),
                Arbitraries.of(true, false),
                Arbitraries.lazy(() -> rule(depth - 1)).list().ofMinSize(1).ofMaxSize(3))
            .as(Group::new);
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(2, comparison), net.jqwik.api.Tuple.of(3, group));
  }

  private static Arbitrary<Rule> comparison(Field field) {
    List<Operator> allowed = new ArrayList<>(List.of(Operator.values()));
    boolean ordered = !field.type().isEnum() && field.type() != Boolean.class;
    allowed.removeIf(each -> each.ordered() && !ordered);
    allowed.removeIf(
        each -> each.positive() == Operator.BEGINS_WITH && field.type() != String.class);
    Arbitrary<String> value = Arbitraries.of(CustomerWorld.texts(field));
    return Arbitraries.of(allowed)
        .flatMap(
            operator ->
                values(operator, value)
                    .map(values -> new Comparison(field.name(), operator, values)));
  }

  private static Arbitrary<List<String>> values(Operator operator, Arbitrary<String> value) {
    return switch (operator.positive()) {
      case IN -> value.list().ofMinSize(1).ofMaxSize(4);
      case IS_NOT_NULL -> Arbitraries.just(List.of());
      case BEGINS_WITH ->
          value.map(text -> List.of(text.substring(0, text.offsetByCodePoints(0, 1))));
      default -> value.map(List::of);
    };
  }
}
