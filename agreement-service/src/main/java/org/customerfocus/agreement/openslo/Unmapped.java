package org.customerfocus.agreement.openslo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.customerfocus.agreement.openslo.OpenSloCheck.Part;
import org.customerfocus.conventions.problem.ProblemException;

/// What documents say that has no place here, with the reason: nothing is dropped without a word.
final class Unmapped {

  private static final int MOST = 5000;

  private final OpenSloText.Read read;
  private final List<OpenSloFault> all = new ArrayList<>();

  Unmapped(OpenSloText.Read read, List<OpenSloFault> unknown) {
    this.read = read;
    all.addAll(unknown);
  }

  void add(Part part, String reason) {
    OpenSloFault entry = new OpenSloFault(part.at(), line(part), reason);
    if (!all.contains(entry)) {
      all.add(entry);
    }
  }

  int line(Part part) {
    return read.line(part.at());
  }

  ProblemException refused(Part part, String detail) {
    return ProblemException.invalid(part.at(), "%s (line %d)".formatted(detail, line(part)));
  }

  /// In the order of the text.
  List<OpenSloFault> all() {
    return all.stream()
        .sorted(Comparator.comparingInt(OpenSloFault::line).thenComparing(OpenSloFault::pointer))
        .limit(MOST)
        .toList();
  }

  /// What something is called: as it is shown, or else by its name.
  static String title(Part metadata) {
    String shown = metadata.get("displayName").text();
    return shown.isBlank() ? metadata.get("name").text() : shown;
  }
}
