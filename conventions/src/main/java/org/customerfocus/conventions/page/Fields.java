package org.customerfocus.conventions.page;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// The fields that a list can be filtered and sorted by. Each is a column that an index serves
/// under row-level security; the test support explains a query for each and demands that index.
public final class Fields {

  /// @param name in `?filter=` and `?sort=`
  /// @param path the HQL path from the entity, which is `e`
  /// @param column the indexed column
  /// @param type of the attribute: String, UUID, Boolean, Integer, Long, LocalDate, Instant, a
  ///   [WireEnum], or BigDecimal for a bigint column of millionths (no index serves numeric)
  /// @param sortable whether a list can be sorted by it: NOT NULL columns alone
  /// @param relation for a field of a dependent row: the table it lies in, with `exists`
  public record Field(
      String name,
      String path,
      String column,
      Class<?> type,
      boolean sortable,
      @Nullable Relation relation) {

    /// The path in SQL: the same alias, and the column.
    String sqlPath() {
      return path.substring(0, path.indexOf('.') + 1) + column;
    }
  }

  /// A condition on dependent rows: true when one of them meets it.
  ///
  /// @param table where the column lies
  /// @param exists HQL with `%s` in the place of the condition on the field's path, such as `exists
  ///   (select 1 from CustomerRole r where r.customerId = e.id and %s)`; `:today` is the day of the
  ///   question
  /// @param named the same with each attribute named as its column, where an entity names one
  ///   otherwise
  public record Relation(String table, String exists, String named) {

    public Relation(String table, String exists) {
      this(table, exists, exists);
    }

    private static final Pattern ENTITY = Pattern.compile("\\b([A-Z]\\w*?)(?:Row)?\\b");
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<=\\w\\.)[a-z]\\w*");

    /// The same in SQL, by the naming of this platform: the entity `CustomerRoleRow` is the table
    /// `customer_role`, the attribute `customerId` the column `customer_id`.
    String sql() {
      String tables = ENTITY.matcher(named).replaceAll(each -> snake(each.group(1)));
      return ATTRIBUTE.matcher(tables).replaceAll(each -> snake(each.group()));
    }
  }

  private final String table;
  private final Map<String, Field> byName;

  private Fields(String table, Map<String, Field> byName) {
    this.table = table;
    this.byName = Collections.unmodifiableMap(byName);
  }

  public static Builder of(String table) {
    return new Builder(table);
  }

  public String table() {
    return table;
  }

  public Collection<Field> all() {
    return byName.values();
  }

  /// These fields and more, such as those that a tenant has defined for itself.
  public Fields plus(Collection<Field> more) {
    Map<String, Field> all = new LinkedHashMap<>(byName);
    more.forEach(field -> all.put(field.name(), field));
    return new Fields(table, all);
  }

  public @Nullable Field find(String name) {
    return byName.get(name);
  }

  String names() {
    return String.join(", ", byName.keySet());
  }

  String sortableNames() {
    return String.join(
        ", ", byName.values().stream().filter(Field::sortable).map(Field::name).toList());
  }

  private static String snake(String name) {
    return name.replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  /// Collects the fields of one list; every list can be filtered and sorted by `id`.
  public static final class Builder {

    private final String table;
    private final Map<String, Field> fields = new LinkedHashMap<>();

    private Builder(String table) {
      this.table = table;
      sortable("id", UUID.class);
    }

    /// A NOT NULL column of the entity itself.
    public Builder sortable(String name, Class<?> type) {
      return add(new Field(name, "e." + name, snake(name), supported(type), true, null));
    }

    /// A column of the entity itself that may be null: it filters, but cannot sort.
    public Builder filterable(String name, Class<?> type) {
      return add(new Field(name, "e." + name, snake(name), supported(type), false, null));
    }

    /// A column of a dependent table.
    ///
    /// @param path the HQL path inside `exists`
    public Builder related(
        String name, Class<?> type, String path, String column, Relation relation) {
      return add(new Field(name, path, column, supported(type), false, relation));
    }

    public Fields build() {
      return new Fields(table, fields);
    }

    private Builder add(Field field) {
      fields.put(field.name(), field);
      return this;
    }

    private static Class<?> supported(Class<?> type) {
      boolean wire = type.isEnum() && WireEnum.class.isAssignableFrom(type);
      boolean leakproof =
          type == String.class
              || type == UUID.class
              || type == Boolean.class
              || type == Integer.class
              || type == Long.class
              || type == BigDecimal.class
              || type == LocalDate.class
              || type == Instant.class;
      if (!wire && !leakproof) {
        throw new IllegalArgumentException(
            "No index serves a %s under row-level security".formatted(type.getSimpleName()));
      }
      return type;
    }
  }
}
