package org.customerfocus.agreement.supportchain;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How one promise stands to those upstream.
///
/// @param reason why nothing can be said, or what falls short
/// @param assumption what the arithmetic takes for granted
public record Support(
    Verdict verdict, List<Step> steps, @Nullable String reason, @Nullable String assumption) {

  /// Nothing can be said, for this reason.
  public static Support unknown(String reason) {
    return new Support(Verdict.UNKNOWN, List.of(), reason, null);
  }

  /// The same, after other steps.
  Support after(List<Step> before) {
    return new Support(
        verdict, Stream.concat(before.stream(), steps.stream()).toList(), reason, assumption);
  }
}
