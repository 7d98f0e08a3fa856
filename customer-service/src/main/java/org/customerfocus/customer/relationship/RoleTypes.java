package org.customerfocus.customer.relationship;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The kinds of roles in which a party is a customer: the standard ones, end users first, which are
/// data on the class path and the same for every tenant, and the tenant's own.
@ApplicationScoped
public class RoleTypes {

  public static final String END_USER = "end-user";

  private final RoleTypeRepository own;
  private final Map<String, RoleTypeView> standard;

  RoleTypes(RoleTypeRepository own, ObjectMapper json) {
    this.own = own;
    this.standard = standard(json);
  }

  private record Entry(String code, String name, String description) {}

  private static Map<String, RoleTypeView> standard(ObjectMapper json) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("role-types.json")) {
      Map<String, RoleTypeView> types = new LinkedHashMap<>();
      Arrays.stream(json.readValue(in, Entry[].class))
          .map(each -> new RoleTypeView(each.code(), each.name(), each.description(), true))
          .forEach(each -> types.put(each.code(), each));
      return types;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The codes that no role type has. Those that are the tenant's own cannot be deleted until the
  /// transaction ends.
  public Set<String> unknown(Set<String> codes) {
    Set<String> unknown = new HashSet<>(codes);
    unknown.removeAll(standard.keySet());
    if (!unknown.isEmpty()) {
      own.hold(Set.copyOf(unknown)).forEach(unknown::remove);
    }
    return unknown;
  }

  boolean isStandard(String code) {
    return standard.containsKey(code);
  }

  Optional<RoleTypeView> findStandard(String code) {
    return Optional.ofNullable(standard.get(code));
  }

  List<RoleTypeView> all() {
    return Stream.concat(standard.values().stream(), own.all().stream().map(RoleTypeView::of))
        .toList();
  }
}
