package org.customerfocus.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the path of the contract that a request is for.
///
/// A tree by segments. At each level a literal segment wins over one that mixes text and a
/// parameter (`{id}.csv`; the longer text first), and that over a bare parameter; where the rest
/// then does not match, the next candidate is tried. So the longest literal match wins, whatever
/// the order of the document.
public final class RouteTable {

  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final Node root = new Node();
  private final Set<String> services = new TreeSet<>();

  private RouteTable() {}

  static RouteTable of(ObjectNode document) {
    RouteTable table = new RouteTable();
    document
        .path("paths")
        .forEachEntry((path, item) -> table.add(PathTemplate.parse(path), route(item)));
    return table;
  }

  /// @param path as it was sent, still percent-encoded
  public @Nullable Route find(String path) {
    return path.startsWith("/") ? root.find(path, 1) : null;
  }

  /// The owners of all paths.
  public Set<String> services() {
    return Set.copyOf(services);
  }

  private static Route route(JsonNode item) {
    Map<String, Boolean> methods = new HashMap<>();
    item.forEachEntry(
        (method, operation) -> {
          if (METHODS.contains(method)) {
            methods.put(method.toUpperCase(Locale.ROOT), open(operation.path("security")));
          }
        });
    return new Route(item.path(ContractMerger.OWNER).asText(), methods);
  }

  // Open is only what says so: an empty list, or an empty requirement in it.
  private static boolean open(JsonNode security) {
    if (security.isMissingNode()) {
      return false;
    }
    for (JsonNode requirement : security) {
      if (!requirement.isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private void add(PathTemplate template, Route route) {
    Node node = root;
    for (String segment : template.segments()) {
      node = node.child(segment);
    }
    node.route = route;
    services.add(route.service());
  }

  private static final class Node {

    private final Map<String, Node> literals = new HashMap<>();
    private final List<Mixed> mixed = new ArrayList<>();
    private @Nullable Node parameter;
    private @Nullable Route route;

    Node child(String segment) {
      if (!PathTemplate.isParameter(segment)) {
        return literals.computeIfAbsent(segment, s -> new Node());
      }
      String before = segment.substring(0, segment.indexOf('{'));
      String after = segment.substring(segment.lastIndexOf('}') + 1);
      if (before.isEmpty() && after.isEmpty()) {
        parameter = parameter == null ? new Node() : parameter;
        return parameter;
      }
      for (Mixed known : mixed) {
        if (known.before().equals(before) && known.after().equals(after)) {
          return known.node();
        }
      }
      Mixed added = new Mixed(before, after, new Node());
      mixed.add(added);
      mixed.sort(Comparator.comparingInt(Mixed::literal).reversed());
      return added.node();
    }

    @Nullable Route find(String path, int from) {
      if (from > path.length()) {
        return route;
      }
      int slash = path.indexOf('/', from);
      int end = slash < 0 ? path.length() : slash;
      String segment = path.substring(from, end);
      Node literal = literals.get(segment);
      Route found = literal == null ? null : literal.find(path, end + 1);
      for (int i = 0; found == null && i < mixed.size(); i++) {
        if (mixed.get(i).matches(segment)) {
          found = mixed.get(i).node().find(path, end + 1);
        }
      }
      if (found == null && parameter != null && !segment.isEmpty()) {
        found = parameter.find(path, end + 1);
      }
      return found;
    }
  }

  private record Mixed(String before, String after, Node node) {

    int literal() {
      return before.length() + after.length();
    }

    boolean matches(String segment) {
      return segment.length() > literal() && segment.startsWith(before) && segment.endsWith(after);
    }
  }
}
