package org.customerfocus.agreement.supportchain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.agreement.attainment.Bound;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.unit.TimeUnits;
import org.jspecify.annotations.Nullable;

/// Composes the promises of serial dependencies and holds a promise against them.
///
/// | measure | composed | assumes |
/// | --- | --- | --- |
/// | shares | Π sᵢ | the dependencies fail independently |
/// | durations | Σ dᵢ | one part follows the other |
/// | percentiles | Σ dᵢ at 1 − Σ εᵢ, where εᵢ = 1 − pᵢ (the union bound, Boole 1847) | one part follows the other; nothing about independence |
///
/// Times in several units are first told in the shortest of them, exactly.
public final class Composition {

  private static final String INDEPENDENT =
      "The dependencies are taken to fail independently of each other, and the provider's own part"
          + " to add no failures.";
  private static final String SERIAL =
      "One dependency follows the other, and the provider's own part is taken to need no time.";

  private Composition() {}

  /// Whether the upstream promises together are at least as strong as the promise.
  public static Support of(Promise promise, List<Promise> upstream) {
    Optional<String> unlike = unlike(promise, upstream);
    if (unlike.isPresent()) {
      return Support.unknown(unlike.get());
    }
    String unit = shortest(promise, upstream);
    Promise alike = promise.in(unit);
    List<Promise> all = upstream.stream().map(each -> each.in(unit)).toList();
    Support support =
        switch (promise.measure()) {
          case TIME_SHARE, EVENT_SHARE -> shares(alike, all);
          case DURATION -> durations(alike, all);
          case PERCENTILE -> percentiles(alike, all);
          case OTHER -> throw new IllegalStateException("Refused as unlike");
        };
    return support.after(converted(unit, promise, upstream));
  }

  /// The unit that all are told in: their own, or the shortest of those of times.
  private static @Nullable String shortest(Promise promise, List<Promise> upstream) {
    return Stream.concat(Stream.of(promise), upstream.stream())
        .map(Promise::unit)
        .filter(Objects::nonNull)
        .min(
            java.util.Comparator.comparing(code -> TimeUnits.seconds(code).orElse(BigDecimal.ZERO)))
        .orElse(null);
  }

  private static List<Step> converted(
      @Nullable String unit, Promise promise, List<Promise> upstream) {
    String told =
        Stream.concat(Stream.of(promise), upstream.stream())
            .filter(each -> !Objects.equals(each.unit(), unit))
            .map(
                each ->
                    "%s %s = %s %s"
                        .formatted(
                            plain(each.time()), each.unit(), plain(each.in(unit).time()), unit))
            .distinct()
            .collect(Collectors.joining(", "));
    return told.isEmpty() ? List.of() : List.of(new Step("Told in one unit", told));
  }

  /// Why these promises cannot be composed, if they cannot.
  private static Optional<String> unlike(Promise promise, List<Promise> upstream) {
    if (upstream.isEmpty()) {
      return Optional.of("Nothing is recorded upstream that supports it.");
    }
    if (promise.measure() == Promise.Measure.OTHER) {
      return Optional.of("Nothing is known of how promises of this kind compose.");
    }
    List<Promise> all = new ArrayList<>(upstream);
    all.addFirst(promise);
    if (differ(all, Promise::measure)) {
      return Optional.of(
          "The promises are measured differently: " + told(all, each -> each.measure().wire()));
    }
    if (differ(all, Promise::window)) {
      return Optional.of("The promises hold over unlike windows: " + told(all, Promise::window));
    }
    if (differ(all, Promise::unit)
        && !all.stream().allMatch(each -> TimeUnits.seconds(each.unit()).isPresent())) {
      return Optional.of("The promises have unlike units: " + told(all, Promise::unit));
    }
    return all.stream().allMatch(Composition::composable)
        ? Optional.empty()
        : Optional.of(
            switch (promise.measure()) {
              case DURATION -> "Only durations of at most some value can be added.";
              case PERCENTILE ->
                  "Only limits of at most some value, kept at least so often, add up.";
              default -> "Only shares of at least some value can be multiplied.";
            });
  }

  private static boolean composable(Promise promise) {
    boolean atLeast = isFloor(promise.bound());
    return switch (promise.measure()) {
      case TIME_SHARE, EVENT_SHARE -> atLeast;
      case DURATION -> !atLeast;
      case PERCENTILE -> atLeast && promise.limit() != null && !isFloor(promise.limit());
      case OTHER -> false;
    };
  }

  private static boolean isFloor(Bound bound) {
    return bound.comparator() == Comparator.AT_LEAST || bound.comparator() == Comparator.ABOVE;
  }

  private static boolean differ(List<Promise> all, Function<Promise, ?> member) {
    return all.stream()
        .anyMatch(each -> !Objects.equals(member.apply(each), member.apply(all.getFirst())));
  }

  private static String told(List<Promise> all, Function<Promise, ?> member) {
    return all.stream()
            .map(member)
            .map(String::valueOf)
            .distinct()
            .collect(Collectors.joining(", "))
        + ".";
  }

  private static Support shares(Promise promise, List<Promise> upstream) {
    BigDecimal product =
        upstream.stream()
            .map(each -> each.bound().value())
            .reduce(BigDecimal.ONE, BigDecimal::multiply);
    List<Step> steps =
        List.of(
            new Step(
                "Shares of serial dependencies multiply",
                joined(upstream, each -> each.bound().value(), " × ") + " = " + plain(product)),
            held("Composed share", product, promise.bound()));
    boolean strict = upstream.stream().anyMatch(each -> isStrict(each.bound()));
    return verdict(
        isStrong(product, strict, promise.bound()),
        steps,
        "The composed share is lower.",
        INDEPENDENT);
  }

  private static Support durations(Promise promise, List<Promise> upstream) {
    BigDecimal sum =
        upstream.stream()
            .map(each -> each.bound().value())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Step> steps =
        List.of(
            new Step(
                "Durations of serial dependencies add up",
                joined(upstream, each -> each.bound().value(), " + ") + " = " + plain(sum)),
            held("Composed duration", sum, promise.bound()));
    boolean strict = upstream.stream().anyMatch(each -> isStrict(each.bound()));
    return verdict(
        isStrong(sum, strict, promise.bound()), steps, "The composed duration is longer.", SERIAL);
  }

  private static Support percentiles(Promise promise, List<Promise> upstream) {
    BigDecimal sum =
        upstream.stream().map(each -> limit(each).value()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal misses =
        upstream.stream()
            .map(each -> BigDecimal.ONE.subtract(each.bound().value()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal share = BigDecimal.ONE.subtract(misses).max(BigDecimal.ZERO);
    List<Step> steps =
        List.of(
            new Step(
                "Limits of serial dependencies add up",
                joined(upstream, each -> limit(each).value(), " + ") + " = " + plain(sum)),
            new Step(
                "Misses add up at worst (union bound)",
                "1 − ("
                    + joined(upstream, each -> BigDecimal.ONE.subtract(each.bound().value()), " + ")
                    + ") = "
                    + plain(share)),
            held("Composed limit", sum, limit(promise)),
            held("Share within it", share, promise.bound()));
    boolean below = upstream.stream().anyMatch(each -> isStrict(limit(each)));
    boolean above = upstream.stream().anyMatch(each -> isStrict(each.bound()));
    boolean strong =
        isStrong(sum, below, limit(promise)) && isStrong(share, above, promise.bound());
    return verdict(
        strong,
        steps,
        "The composed limit is longer, or is kept less often.",
        SERIAL + " Nothing is assumed of how misses coincide.");
  }

  private static Bound limit(Promise promise) {
    return Objects.requireNonNull(promise.limit());
  }

  /// Whether a composed bound implies the promised one. One that is strict, "below 4", implies
  /// "below 4" as well as "at most 4"; "at most 4" implies "at most 4" alone.
  private static boolean isStrong(BigDecimal composed, boolean strict, Bound promised) {
    return promised.accepts(composed) || (strict && composed.compareTo(promised.value()) == 0);
  }

  private static boolean isStrict(Bound bound) {
    return bound.comparator() == Comparator.ABOVE || bound.comparator() == Comparator.BELOW;
  }

  private static Support verdict(
      boolean strong, List<Step> steps, String shortfall, String assumption) {
    return new Support(
        strong ? Verdict.SUPPORTED : Verdict.NOT_SUPPORTED,
        steps,
        strong ? null : shortfall,
        assumption);
  }

  private static Step held(String what, BigDecimal composed, Bound promised) {
    int comparison = composed.compareTo(promised.value());
    String sign = comparison < 0 ? " < " : comparison > 0 ? " > " : " = ";
    return new Step(
        what + " against what is promised (" + promised.comparator().wire() + ")",
        plain(composed) + sign + plain(promised.value()));
  }

  private static String joined(
      List<Promise> all, Function<Promise, BigDecimal> member, String sign) {
    return all.stream().map(member).map(Composition::plain).collect(Collectors.joining(sign));
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }
}
