package org.customerfocus.conventions.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.page.Cursors.Place;
import org.customerfocus.conventions.page.Fields.Field;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Values;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.jspecify.annotations.Nullable;

/// Runs lists: keyset pages over an entity, `id` breaking ties in the direction of the sort.
@ApplicationScoped
public class Keyset {

  private final EntityManager entities;
  private final Cursors cursors;
  private final CurrentCaller caller;
  private final InstantSource clock;

  Keyset(EntityManager entities, Cursors cursors, CurrentCaller caller, InstantSource clock) {
    this.entities = entities;
    this.cursors = cursors;
    this.caller = caller;
    this.clock = clock;
  }

  /// A condition that the list always has, such as its parent, over the alias `e`.
  ///
  /// @param hql with named parameters
  public record Scope(String hql, Map<String, Object> parameters) {

    public static final Scope ALL = new Scope("1 = 1", Map.of());
  }

  /// One page of the entities that meet the query.
  public <E extends TenantEntity> Page<E> page(Class<E> type, Fields fields, PageQuery query) {
    return page(type, fields, query, Scope.ALL);
  }

  /// One page of the entities that meet the query, within a scope.
  public <E extends TenantEntity> Page<E> page(
      Class<E> type, Fields fields, PageQuery query, Scope scope) {
    Sort sort = sort(fields, query.sort);
    Condition filter = FilterCompiler.compile(query.filter, fields, new Moment(clock.instant()));
    Map<String, Object> parameters = new HashMap<>(filter.parameters());
    parameters.putAll(scope.parameters());
    String base =
        "from %s e where (%s) and (%s)".formatted(type.getName(), scope.hql(), filter.text());
    String list = signature(fields, query, scope);

    String after = "";
    Map<String, Object> all = new HashMap<>(parameters);
    if (query.cursor != null) {
      Place place = cursors.read(query.cursor, list);
      after = " and " + sort.after();
      all.put("afterId", place.id());
      if (!sort.byId()) {
        all.put("afterValue", Values.read(sort.field().type(), place.value()));
      }
    }
    String hql =
        "select %s %s%s order by %s"
            .formatted(
                sort.byId() ? "e, e.id" : "e, " + sort.field().path(), base, after, sort.order());
    TypedQuery<Object[]> select = entities.createQuery(hql, Object[].class);
    all.forEach(select::setParameter);
    List<Object[]> rows = select.setMaxResults(query.limit + 1).getResultList();
    boolean more = rows.size() > query.limit;
    List<Object[]> shown = more ? rows.subList(0, query.limit) : rows;
    String next = more ? cursors.write(place(shown.getLast()), list) : null;
    Long total = query.total ? count(base, parameters) : null;
    return new Page<>(shown.stream().map(row -> type.cast(row[0])).toList(), next, total);
  }

  private long count(String base, Map<String, Object> parameters) {
    TypedQuery<Long> count = entities.createQuery("select count(*) " + base, Long.class);
    parameters.forEach(count::setParameter);
    return count.getSingleResult();
  }

  private static Place place(Object[] row) {
    UUID id = ((TenantEntity) row[0]).id();
    return new Place(Values.write(row[1]), id);
  }

  private String signature(Fields fields, PageQuery query, Scope scope) {
    return String.join(
        "\n",
        caller.get().tenant(),
        fields.table(),
        String.valueOf(query.filter),
        String.valueOf(query.sort),
        scope.hql(),
        // Sorted, so that equal scopes sign alike in every process.
        new java.util.TreeMap<>(scope.parameters()).toString());
  }

  private static Sort sort(Fields fields, @Nullable String sort) {
    boolean descending = sort != null && sort.startsWith("-");
    String name = sort == null ? "id" : descending ? sort.substring(1) : sort;
    Field field = fields.find(name);
    if (field == null || !field.sortable()) {
      throw ProblemException.parameter(
          "sort",
          "must be one of %s, with - before it for descending".formatted(fields.sortableNames()));
    }
    return new Sort(field, descending);
  }

  private record Sort(Field field, boolean descending) {

    boolean byId() {
      return field.name().equals("id");
    }

    String order() {
      String direction = descending ? " desc" : " asc";
      return byId() ? "e.id" + direction : field.path() + direction + ", e.id" + direction;
    }

    String after() {
      String operator = descending ? "<" : ">";
      return byId()
          ? "e.id %s :afterId".formatted(operator)
          : "(%s, e.id) %s (:afterValue, :afterId)".formatted(field.path(), operator);
    }
  }
}
