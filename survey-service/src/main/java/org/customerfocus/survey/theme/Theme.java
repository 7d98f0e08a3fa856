package org.customerfocus.survey.theme;

import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.customerfocus.survey.text.FoundTheme;
import org.hibernate.annotations.OptimisticLock;
import org.jspecify.annotations.Nullable;

/// A theme. One that a person has touched keeps its terms, whatever is computed.
@Entity
class Theme extends VersionedEntity {

  private static final int LONGEST_NAME = 200;

  private UUID analysisId;
  private String name;
  private String language;

  @Convert(converter = ThemeTerm.Column.class)
  private List<ThemeTerm> terms;

  private boolean renamed;
  private boolean pinned;
  private @Nullable UUID mergedIntoThemeId;

  @OptimisticLock(excluded = true)
  private long mentions;

  @OptimisticLock(excluded = true)
  private @Nullable ScoreSums scores;

  @SuppressWarnings("NullAway.Init")
  protected Theme() {}

  /// A theme that was found.
  @SuppressWarnings("NullAway.Init")
  Theme(UUID analysisId, String language, FoundTheme found, Instant now) {
    super(now);
    this.analysisId = analysisId;
    this.language = language;
    take(found);
  }

  /// A theme that a person makes.
  @SuppressWarnings("NullAway.Init")
  Theme(ThemeRequest request, String language, List<ThemeTerm> terms, Instant now) {
    super(now);
    this.analysisId = request.analysisId();
    this.language = language;
    this.name = request.name();
    this.terms = terms;
    this.renamed = true;
    this.pinned = request.pinned() == null || request.pinned();
  }

  /// The theme was found again.
  void found(FoundTheme found, Instant now) {
    take(found);
    touch(now);
  }

  private void take(FoundTheme found) {
    terms =
        found.terms().entrySet().stream()
            .map(each -> new ThemeTerm(each.getKey(), each.getValue()))
            .toList();
    String full = found.name();
    name = full.length() > LONGEST_NAME ? full.substring(0, LONGEST_NAME) : full;
  }

  /// What a person says of it.
  void change(String named, boolean pin, List<ThemeTerm> said, @Nullable UUID into, Instant now) {
    renamed = renamed || !named.equals(name);
    name = named;
    pinned = pin;
    terms = said;
    mergedIntoThemeId = into;
    touch(now);
  }

  void mergeInto(UUID other, Instant now) {
    mergedIntoThemeId = other;
    touch(now);
  }

  /// What was counted leaves the version as it is.
  void counted(long count, @Nullable ScoreSums sums) {
    mentions = count;
    scores = sums;
  }

  /// Whether it keeps its terms when themes are computed.
  boolean isKept() {
    return renamed || pinned || mergedIntoThemeId != null;
  }

  ThemeRequest asRequest() {
    return new ThemeRequest(
        analysisId,
        name,
        terms.stream().map(ThemeTerm::face).toList(),
        language,
        pinned,
        mergedIntoThemeId);
  }

  Map<String, String> byStems() {
    Map<String, String> map = new LinkedHashMap<>();
    terms.forEach(term -> map.put(term.stems(), term.face()));
    return map;
  }

  UUID analysisId() {
    return analysisId;
  }

  String name() {
    return name;
  }

  String language() {
    return language;
  }

  List<ThemeTerm> terms() {
    return terms;
  }

  boolean renamed() {
    return renamed;
  }

  boolean pinned() {
    return pinned;
  }

  @Nullable UUID mergedIntoThemeId() {
    return mergedIntoThemeId;
  }

  long mentions() {
    return mentions;
  }

  @Nullable ScoreSums scores() {
    return scores;
  }
}
