package org.customerfocus.survey.theme;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.job.DueWorkRepository.Lease;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.text.FoundTheme;
import org.customerfocus.survey.text.Tongue;
import org.jspecify.annotations.Nullable;

/// The steps of computing themes that touch the database, each within one transaction.
@ApplicationScoped
class ThemeSteps {

  static final Duration LEASE = Duration.ofMinutes(15);

  private final ThemeRepository themes;
  private final ThemeService service;
  private final DueWorkRepository work;
  private final Journal journal;
  private final InstantSource clock;

  ThemeSteps(
      ThemeRepository themes,
      ThemeService service,
      DueWorkRepository work,
      Journal journal,
      InstantSource clock) {
    this.themes = themes;
    this.service = service;
    this.work = work;
    this.journal = journal;
    this.clock = clock;
  }

  /// What is to be computed.
  ///
  /// @param version of the analysis, by which it is known whether it changed meanwhile
  record Job(ThemeTextsRepository.Wanted wanted, ThemeRun run, long version) {}

  /// @return null where there is nothing to do any more
  @Nullable Job begin(Lease lease) {
    if (!work.hold(ThemeRepository.WORK, lease, LEASE)) {
      return null;
    }
    ThemeAnalysis analysis = themes.analysis(lease.id());
    ThemeService.Asked asked = service.asked(analysis.asRequest());
    Map<UUID, Set<String>> own = new HashMap<>();
    Map<UUID, UUID> merged = new HashMap<>();
    List<Theme> kept = kept(themes.of(analysis.id()));
    for (Theme theme : kept) {
      own.put(theme.id(), theme.byStems().keySet());
      if (theme.mergedIntoThemeId() != null) {
        merged.put(theme.id(), theme.mergedIntoThemeId());
      }
    }
    Map<UUID, Set<String>> terms = ThemeRun.union(own, merged);
    ThemeRun run =
        new ThemeRun(
            Tongue.of(analysis.language()),
            asked.threshold(),
            analysis.selection(),
            kept.stream()
                .map(
                    theme ->
                        new ThemeRun.Kept(
                            theme.id(),
                            Tongue.of(theme.language()),
                            Objects.requireNonNull(terms.get(theme.id()))))
                .toList());
    return new Job(
        new ThemeTextsRepository.Wanted(
            analysis.source(), analysis.surveyId(), asked.linkIds(), analysis.selection()),
        run,
        analysis.version());
  }

  /// Those that a person has touched, and those that something was merged into.
  private static List<Theme> kept(List<Theme> all) {
    Set<UUID> targets = new HashSet<>();
    all.forEach(
        theme -> {
          if (theme.mergedIntoThemeId() != null) {
            targets.add(theme.mergedIntoThemeId());
          }
        });
    return all.stream().filter(each -> each.isKept() || targets.contains(each.id())).toList();
  }

  /// Takes over what was computed, unless the analysis changed meanwhile: then it is computed
  /// again.
  void settle(Lease lease, Job job) {
    if (!work.hold(ThemeRepository.WORK, lease, LEASE)) {
      return;
    }
    ThemeAnalysis analysis = themes.lock(lease.id());
    if (analysis.version() != job.version()) {
      work.park(ThemeRepository.WORK, lease, clock.instant());
      return;
    }
    Instant now = clock.instant();
    Map<UUID, Theme> there = new HashMap<>();
    themes.of(analysis.id()).forEach(theme -> there.put(theme.id(), theme));
    Set<String> touched = new HashSet<>();
    kept(List.copyOf(there.values()))
        .forEach(
            theme ->
                theme.byStems().keySet().forEach(term -> touched.add(theme.language() + term)));
    Set<UUID> left = new HashSet<>(there.keySet());
    for (ThemeRun.Counted counted : job.run().themes()) {
      Theme theme = known(counted, there, left);
      if (theme == null) {
        FoundTheme found = counted.found();
        if (found == null
            || counted.mentions() < 2
            || !job.run().tells(counted)
            || touched.contains(counted.tongue().code() + leading(found))) {
          // Gone, or a person's own, since the computation began.
          continue;
        }
        theme = new Theme(analysis.id(), counted.tongue().code(), found, now);
        themes.add(theme);
      }
      left.remove(theme.id());
      boolean told = job.run().tells(counted);
      theme.counted(told ? counted.mentions() : 0, told ? job.run().sums(counted) : null);
      themes.flush();
      themes.putExamples(theme.id(), analysis.source(), told ? counted.examples() : List.of());
    }
    left.removeAll(kept(List.copyOf(there.values())).stream().map(Theme::id).toList());
    left.removeAll(themes.named(analysis.id()));
    left.forEach(id -> themes.remove(Objects.requireNonNull(there.get(id))));
    analysis.done(job.run().texts(), job.wanted().linkIds(), now);
    themes.flush();
    work.forget(ThemeRepository.WORK, analysis.id());
    journal.record(Change.of("theme-analysis", "computed", analysis));
  }

  /// The theme that was counted: the one that was there, or the one that was found before under the
  /// same leading term.
  private @Nullable Theme known(ThemeRun.Counted counted, Map<UUID, Theme> there, Set<UUID> left) {
    if (counted.id() != null) {
      return there.get(counted.id());
    }
    FoundTheme found = Objects.requireNonNull(counted.found());
    String leading = leading(found);
    for (UUID id : left) {
      Theme theme = Objects.requireNonNull(there.get(id));
      if (!theme.isKept()
          && theme.language().equals(counted.tongue().code())
          && theme.terms().getFirst().stems().equals(leading)) {
        theme.found(found, clock.instant());
        return theme;
      }
    }
    return null;
  }

  private static String leading(FoundTheme found) {
    return found.terms().keySet().iterator().next();
  }

  /// What cannot be computed says so, and is left alone until it is changed.
  void fail(Lease lease) {
    if (work.hold(ThemeRepository.WORK, lease, LEASE)) {
      themes.lock(lease.id()).failed();
      themes.flush();
      work.forget(ThemeRepository.WORK, lease.id());
    }
  }
}
