package org.customerfocus.customer.attribute;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// The values of custom attributes: checks them against their definitions, stores and reads them,
/// and makes them fields of lists and rules.
@ApplicationScoped
public class Attributes {

  private static final Pattern NAMED = Pattern.compile("\\battribute\\.([A-Za-z0-9_-]+)");

  private final AttributeRepository attributes;

  Attributes(AttributeRepository attributes) {
    this.attributes = attributes;
  }

  /// Checked values that wait to be stored.
  public static final class Checked {

    private final Map<AttributeDefinition, TypedValue> values = new LinkedHashMap<>();
    private final List<FieldError> faults = new ArrayList<>();

    private Checked() {}

    public List<FieldError> faults() {
      return faults;
    }
  }

  /// Definitions that values are checked against.
  public static final class Definitions {

    private final List<AttributeDefinition> all;

    private Definitions(List<AttributeDefinition> all) {
      this.all = all;
    }

    /// A value that a cell writes as text, in the form that a body has; what is no such value stays
    /// text, and is refused as that.
    public Object typed(String code, String text) {
      return all.stream()
          .filter(each -> each.code().equals(code))
          .findFirst()
          .map(each -> TypedValue.ofCell(each.type(), text))
          .orElse(text);
    }
  }

  /// Checks the `attributes` of a request. What was recorded before and stays is not measured by
  /// bounds that came later; a required attribute may be missing only where it was missing before.
  ///
  /// @param targets which definitions are about it, such as person and party
  /// @param before the recorded values, empty where there are none; null for what is new
  /// @param after the values asked for, canonical
  /// @param at the pointer of `attributes` in the body
  public Checked check(
      Set<AttributeTarget> targets,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after,
      String at) {
    Set<String> asked = after == null ? Set.of() : after.keySet();
    return check(
        new Definitions(attributes.governing(owner(targets), asked)), targets, before, after, at);
  }

  /// The codes of all attributes that parties, or customers, can have.
  public List<String> codes(AttributeOwner owner) {
    return attributes.codes(owner);
  }

  /// All definitions of a tenant, to check many requests against. Shared locks hold them as they
  /// are until what they allowed is stored.
  public Definitions definitions(AttributeOwner owner) {
    return new Definitions(attributes.all(owner));
  }

  /// Checks the `attributes` of one of many requests, without a query of its own.
  public Checked check(
      Definitions definitions,
      Set<AttributeTarget> targets,
      @Nullable Map<String, Object> before,
      @Nullable Map<String, Object> after,
      String at) {
    Map<String, Object> recorded = before == null ? Map.of() : before;
    Map<String, Object> asked = after == null ? Map.of() : after;
    Checked checked = new Checked();
    Map<String, AttributeDefinition> known =
        definitions.all.stream()
            .filter(each -> targets.contains(each.target()))
            .collect(Collectors.toMap(AttributeDefinition::code, Function.identity()));
    asked.forEach(
        (code, value) -> {
          String pointer = at + "/" + code.replace("~", "~0").replace("/", "~1");
          AttributeDefinition definition = known.get(code);
          if (definition == null) {
            checked.faults.add(FieldError.at(pointer, unknown(targets)));
          } else {
            check(definition, value, value.equals(recorded.get(code)), pointer, checked);
          }
        });
    for (AttributeDefinition definition : known.values()) {
      String code = definition.code();
      if (definition.required()
          && !asked.containsKey(code)
          && (before == null || recorded.containsKey(code))) {
        checked.faults.add(FieldError.at(at + "/" + code, "is required"));
      }
    }
    return checked;
  }

  private static void check(
      AttributeDefinition definition, Object value, boolean unchanged, String at, Checked checked) {
    try {
      TypedValue typed = TypedValue.read(definition.type(), value);
      String fault = unchanged ? null : definition.fault(typed);
      if (fault == null) {
        checked.values.put(definition, typed);
      } else {
        checked.faults.add(FieldError.at(at, fault));
      }
    } catch (IllegalArgumentException e) {
      checked.faults.add(FieldError.at(at, String.valueOf(e.getMessage())));
    }
  }

  private static String unknown(Set<AttributeTarget> targets) {
    return "there is no such attribute of %s; define it under /v1/attribute-definitions"
        .formatted(
            targets.stream().map(AttributeTarget::wire).sorted().collect(Collectors.joining(", ")));
  }

  private static AttributeOwner owner(Set<AttributeTarget> targets) {
    return targets.iterator().next().owner();
  }

  /// Stores the values of something new.
  public void add(AttributeOwner owner, UUID id, Checked values) {
    attributes.add(owner, id, values.values);
  }

  /// Stores the values in the place of those that there were.
  public void replace(AttributeOwner owner, UUID id, Checked values) {
    attributes.replace(owner, id, values.values);
  }

  /// The recorded values of one owner by code, or null when it has none.
  public @Nullable Map<String, Object> of(AttributeOwner owner, UUID id) {
    return of(owner, List.of(id)).get(id);
  }

  /// The recorded values of several owners by code, in two queries; those without are left out.
  public Map<UUID, Map<String, Object>> of(AttributeOwner owner, Collection<UUID> ids) {
    List<? extends AttributeRow> rows = attributes.rows(owner, ids);
    Map<UUID, AttributeDefinition> definitions =
        attributes.byId(rows.stream().map(AttributeRow::definitionId).distinct().toList());
    Map<UUID, Map<String, Object>> values = new HashMap<>();
    for (AttributeRow row : rows) {
      AttributeDefinition definition =
          Objects.requireNonNull(definitions.get(row.definitionId()), "held by a foreign key");
      values
          .computeIfAbsent(row.ownerId(), id -> new TreeMap<>())
          .put(definition.code(), row.value().json(definition.type()));
    }
    return values;
  }

  /// The codes that a filter may name: whatever stands after `attribute.`.
  public static Set<String> codesIn(@Nullable String filter) {
    return filter == null
        ? Set.of()
        : NAMED
            .matcher(filter)
            .results()
            .map((MatchResult found) -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
  }

  /// Attributes as fields of a list or a rule.
  ///
  /// @param codes which; those that are not defined are left out
  /// @param prefix of the field's name, such as `attribute.`
  /// @param correlation which rows are meant: HQL over the row `a`, whose `ownerId` is the party or
  ///   customer, such as `a.ownerId = e.id`
  public List<Field> fields(
      AttributeOwner owner, Collection<String> codes, String prefix, String correlation) {
    return fields(owner, codes, prefix, "", correlation);
  }

  /// Attributes of what is related.
  ///
  /// @param through what lies between, as the beginning of a `from`, such as `Membership m, `
  public List<Field> fields(
      AttributeOwner owner,
      Collection<String> codes,
      String prefix,
      String through,
      String correlation) {
    return attributes.named(owner, codes).stream()
        .map(each -> field(each, prefix, through, correlation))
        .toList();
  }

  static Field field(
      AttributeDefinition definition, String prefix, String through, String correlation) {
    AttributeOwner owner = definition.owner();
    AttributeType type = definition.type();
    // The id is ours and a UUID, so that it can stand in the text as what the field is.
    String exists =
        "exists (select 1 from %s%s a where %s and a.definitionId = cast('%s' as uuid) and %%s)"
            .formatted(through, owner.row().getSimpleName(), correlation, definition.id());
    return new Field(
        prefix + definition.code(),
        "a." + type.property(),
        type.column(),
        type.java(),
        false,
        new Relation(
            owner.table(), exists, exists.replace("a.ownerId", "a." + owner.wire() + "Id")));
  }
}
