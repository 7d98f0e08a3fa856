package org.customerfocus.agreement.openslo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// What this platform's own annotations and sources are called in OpenSLO, and names that keep its
/// rules.
final class OpenSloNames {

  /// How a metric is measured, where OpenSLO has no word for it: JSON.
  static final String METRIC = "customerfocus.org/metric";

  /// The terms of a commitment that OpenSLO has no words for: JSON of a CommitmentRequest.
  static final String TERMS = "customerfocus.org/terms";

  /// The type of the metric source that stands for what is sent to this platform.
  static final String SOURCE = "customer-focus-platform";

  private static final int LONGEST = 63;

  private final Set<String> taken = new HashSet<>();

  /// A DNS label of RFC 1123 that tells what the words say, and that nothing else has.
  String label(String words) {
    String plain =
        Normalizer.normalize(words, Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-");
    String label = trimmed(plain.isEmpty() || plain.equals("-") ? "unnamed" : plain, LONGEST);
    for (int i = 2; !taken.add(label); i++) {
      String end = "-" + i;
      label = trimmed(plain, LONGEST - end.length()) + end;
    }
    return label;
  }

  private static String trimmed(String label, int longest) {
    String cut = label.length() > longest ? label.substring(0, longest) : label;
    return cut.replaceAll("^-+|-+$", "");
  }
}
