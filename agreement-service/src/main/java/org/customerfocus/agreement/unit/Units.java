package org.customerfocus.agreement.unit;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The units that values are told in: built-in ones, which are data on the class path and the same
/// for every tenant, with the codes of the Unified Code for Units of Measure where it has one, and
/// the tenant's own.
@ApplicationScoped
public class Units {

  private final UnitRepository own;
  private final Map<String, UnitView> standard;

  Units(UnitRepository own, ObjectMapper json) {
    this.own = own;
    this.standard = standard(json);
  }

  private record Entry(String code, String dimension, Map<String, String> names) {}

  private static Map<String, UnitView> standard(ObjectMapper json) {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream("units.json")) {
      Map<String, UnitView> units = new LinkedHashMap<>();
      Arrays.stream(json.readValue(in, Entry[].class))
          .map(each -> new UnitView(each.code(), each.names(), each.dimension(), true))
          .forEach(each -> units.put(each.code(), each));
      return units;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Those of some codes that no unit has.
  public Set<String> unknown(Collection<String> codes) {
    Set<String> unknown = new HashSet<>(codes);
    unknown.removeAll(standard.keySet());
    if (!unknown.isEmpty()) {
      own.known(Set.copyOf(unknown)).forEach(unknown::remove);
    }
    return unknown;
  }

  boolean isStandard(String code) {
    return standard.containsKey(code);
  }

  Optional<UnitView> findStandard(String code) {
    return Optional.ofNullable(standard.get(code));
  }

  List<UnitView> all() {
    return Stream.concat(standard.values().stream(), own.all().stream().map(UnitView::of)).toList();
  }
}
