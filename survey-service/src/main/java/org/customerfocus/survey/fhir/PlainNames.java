package org.customerfocus.survey.fhir;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.customerfocus.survey.questionnaire.Option;

/// Names that are plain enough for link ids and codes, for names that may be anything.
final class PlainNames {

  private static final Pattern PLAIN = Pattern.compile(Option.CODE);
  private static final int LONGEST = 56;

  private PlainNames() {}

  /// One name for each, all different: those that are plain keep theirs.
  static List<String> of(List<String> names) {
    Set<String> taken = new HashSet<>();
    names.stream().filter(each -> PLAIN.matcher(each).matches()).forEach(taken::add);
    Set<String> seen = new HashSet<>();
    List<String> plain = new ArrayList<>();
    for (String name : names) {
      boolean own = taken.contains(name) && seen.add(name);
      plain.add(own ? name : free(name, taken));
    }
    return plain;
  }

  private static String free(String name, Set<String> taken) {
    String safe = name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^[^A-Za-z0-9]+", "");
    String start = safe.isEmpty() ? "x" : safe.substring(0, Math.min(LONGEST, safe.length()));
    String candidate = start;
    for (int i = 2; !taken.add(candidate); i++) {
      candidate = start + "-" + i;
    }
    return candidate;
  }
}
