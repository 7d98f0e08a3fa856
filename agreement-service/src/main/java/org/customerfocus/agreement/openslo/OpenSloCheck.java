package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What is wrong with the documents of a text, and what in them the specification does not know.
/// The rules of each kind build on these few questions.
final class OpenSloCheck {

  private static final int MOST_FAULTS = 100;
  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?");
  private static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,8}[mhdwMQY]");
  private static final Set<String> OPERATORS = Set.of("lte", "gte", "lt", "gt");

  private final OpenSloText.Read read;
  private final List<OpenSloFault> faults = new ArrayList<>();
  private final List<OpenSloFault> unknown = new ArrayList<>();

  OpenSloCheck(OpenSloText.Read read) {
    this.read = read;
    this.faults.addAll(read.faults());
  }

  /// Something of a document, and where it is.
  record Part(JsonNode node, String at) {

    Part get(String name) {
      JsonNode child = node.path(name);
      return new Part(
          child.isNull() ? MissingNode.getInstance() : child,
          at + "/" + name.replace("~", "~0").replace("/", "~1"));
    }

    Part get(int index) {
      return new Part(node.path(index), at + "/" + index);
    }

    List<Part> items() {
      List<Part> items = new ArrayList<>();
      for (int i = 0; i < node.size(); i++) {
        items.add(get(i));
      }
      return items;
    }

    boolean isAbsent() {
      return node.isMissingNode();
    }

    String text() {
      return node.asText();
    }
  }

  List<OpenSloFault> faults() {
    return faults.subList(0, Math.min(faults.size(), MOST_FAULTS));
  }

  List<OpenSloFault> unknown() {
    return unknown;
  }

  void fault(Part part, String detail) {
    faults.add(new OpenSloFault(part.at(), read.line(part.at()), detail));
  }

  /// An object with these members; others are told as unknown.
  boolean isObject(Part part, boolean required, String... members) {
    if (part.isAbsent()) {
      if (required) {
        fault(part, "is required");
      }
      return false;
    }
    if (!part.node().isObject()) {
      fault(part, "must be a mapping");
      return false;
    }
    List<String> known = Arrays.asList(members);
    part.node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                Part other = part.get(name);
                unknown.add(
                    new OpenSloFault(
                        other.at(), read.line(other.at()), "is no part of OpenSLO v1"));
              }
            });
    return true;
  }

  boolean isText(Part part, boolean required, int longest) {
    if (part.isAbsent()) {
      if (required) {
        fault(part, "is required");
      }
      return false;
    }
    if (!part.node().isTextual() || (required && part.text().isBlank())) {
      fault(part, "must be text");
      return false;
    }
    if (part.text().codePointCount(0, part.text().length()) > longest) {
      fault(part, "must have at most %d characters".formatted(longest));
      return false;
    }
    return true;
  }

  void description(Part spec) {
    isText(spec.get("description"), false, 1050);
  }

  /// A name by which others refer: a DNS label of RFC 1123.
  void name(Part part, boolean required) {
    if (isText(part, required, 253) && !LABEL.matcher(part.text()).matches()) {
      fault(
          part,
          "must be a DNS label of RFC 1123: at most 63 lower-case letters, digits or -, beginning"
              + " and ending with a letter or digit");
    }
  }

  void bool(Part part) {
    if (!part.isAbsent() && !part.node().isBoolean()) {
      fault(part, "must be true or false");
    }
  }

  boolean oneOf(Part part, boolean required, Set<String> values) {
    if (!isText(part, required, 100)) {
      return false;
    }
    if (!values.contains(part.text())) {
      fault(part, "must be one of " + String.join(", ", values.stream().sorted().toList()));
      return false;
    }
    return true;
  }

  void operator(Part part, boolean required) {
    oneOf(part, required, OPERATORS);
  }

  void duration(Part part, boolean required) {
    if (part.isAbsent()) {
      if (required) {
        fault(part, "is required");
      }
    } else if (!part.node().isTextual() || !DURATION.matcher(part.text()).matches()) {
      fault(part, "must be a duration such as 5m, 12h, 4w, 1M or 1Q: a number and one of mhdwMQY");
    }
  }

  /// A number from one bound to another.
  ///
  /// @param range in words
  void number(Part part, boolean required, Predicate<BigDecimal> in, String range) {
    if (part.isAbsent()) {
      if (required) {
        fault(part, "is required");
      }
    } else if (!part.node().isNumber() || !in.test(part.node().decimalValue())) {
      fault(part, "must be a number" + range);
    }
  }

  /// A list, with at least and at most so many items.
  boolean isList(Part part, boolean required, int least, int most) {
    if (part.isAbsent()) {
      if (required) {
        fault(part, "is required");
      }
      return false;
    }
    if (!part.node().isArray()) {
      fault(part, "must be a list");
      return false;
    }
    int size = part.node().size();
    if (size < least || size > most) {
      fault(
          part,
          least == most
              ? "must have exactly %d item".formatted(least)
              : "must have at least %d and at most %d items".formatted(least, most));
      return false;
    }
    return true;
  }

  /// Exactly one of two members.
  boolean either(Part part, String one, String other) {
    boolean first = !part.get(one).isAbsent();
    boolean second = !part.get(other).isAbsent();
    if (first == second) {
      fault(
          part,
          first
              ? "has both %s and %s: give one".formatted(one, other)
              : "needs %s or %s".formatted(one, other));
      return false;
    }
    return true;
  }
}
