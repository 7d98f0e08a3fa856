package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// By what a party is recognised in the row of a file: whole values, however they are written. A
/// given or a family name alone is that of many, and so are short references in other schemes.
public final class Traces {

  private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]{5,}");
  private static final int PHONE_DIGITS = 7;

  private record Name(String given, String family) {}

  private record Ref(String scheme, String value) {}

  private final Set<String> values = new LinkedHashSet<>();
  private final Set<String> phones = new LinkedHashSet<>();
  private final Set<Name> names = new LinkedHashSet<>();
  private final Set<Ref> refs = new LinkedHashSet<>();

  /// Something that nobody else has: an id or a way to reach the party.
  public void add(String value) {
    values.add(plain(value));
    if (PHONE.matcher(value.strip()).matches()) {
      phones.add(digits(value));
    }
  }

  /// A reference, which tells who it is where its scheme is named as well.
  public void addRef(String scheme, String value) {
    refs.add(new Ref(plain(scheme), plain(value)));
  }

  /// A whole name: where it is one word, it is that of many.
  public void addName(String name) {
    if (name.strip().contains(" ")) {
      values.add(plain(name));
    }
  }

  /// The names of a person, which tell who it is together.
  public void addName(String given, String family) {
    names.add(new Name(plain(given), plain(family)));
    addName(given + " " + family);
    addName(family + ", " + given);
  }

  /// Whether the row is about the party.
  ///
  /// @param cells as they stand in the file; one that is JSON stands for the values in it
  /// @param mapping what the import says of all rows, such as the scheme of their references
  boolean in(Collection<String> cells, String mapping, ObjectMapper json) {
    Set<String> plain = new LinkedHashSet<>();
    for (String cell : cells) {
      for (String value : values(cell, json)) {
        plain.add(plain(value));
      }
    }
    return plain.stream().anyMatch(each -> values.contains(each) || isPhone(each))
        || names.stream()
            .anyMatch(name -> plain.contains(name.given()) && plain.contains(name.family()))
        || refs.stream()
            .anyMatch(
                ref ->
                    plain.contains(ref.value())
                        && (plain.contains(ref.scheme())
                            || plain(mapping).contains("\"" + ref.scheme() + "\"")));
  }

  private boolean isPhone(String value) {
    if (phones.isEmpty() || !PHONE.matcher(value).matches()) {
      return false;
    }
    String digits = digits(value);
    return digits.length() >= PHONE_DIGITS
        && phones.stream().anyMatch(phone -> phone.endsWith(digits));
  }

  private static List<String> values(String cell, ObjectMapper json) {
    if (!cell.stripLeading().startsWith("{")) {
      return List.of(cell);
    }
    List<String> values = new ArrayList<>();
    try {
      collect(json.readTree(cell), values);
    } catch (JsonProcessingException e) {
      // A line that is no JSON: what stands between its quotes.
      values.addAll(List.of(cell.split("\"", -1)));
    }
    return values;
  }

  private static void collect(JsonNode node, List<String> values) {
    if (node.isValueNode()) {
      values.add(node.asText());
    }
    node.forEach(each -> collect(each, values));
  }

  private static String plain(String value) {
    return value.strip().toLowerCase(Locale.ROOT);
  }

  /// The digits of a telephone number after what is dialled before them: 0, 00, or (0).
  private static String digits(String phone) {
    return phone.replace("(0)", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
  }
}
