package org.customerfocus.survey.improvement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.improvement.Improvement.Parts;
import org.customerfocus.survey.improvement.ImprovementRequest.Effect;
import org.customerfocus.survey.improvement.ImprovementRequest.Evidence;
import org.customerfocus.survey.improvement.ImprovementRequest.ExpectedEffect;
import org.customerfocus.survey.improvement.ImprovementView.Conflict;
import org.customerfocus.survey.improvement.ImprovementView.ConflictKind;
import org.customerfocus.survey.questionnaire.Item;
import org.jspecify.annotations.Nullable;

/// What requests do to improvements, within their transactions.
@ApplicationScoped
class ImprovementService {

  static final String TYPE = "improvement";

  private final ImprovementRepository improvements;
  private final PublishedSurveys surveys;
  private final Journal journal;
  private final CurrentCaller caller;
  private final InstantSource clock;

  ImprovementService(
      ImprovementRepository improvements,
      PublishedSurveys surveys,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.improvements = improvements;
    this.surveys = surveys;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  Response create(ImprovementRequest request) {
    checkEvidence(request.evidence(), Set.of());
    Instant now = clock.instant();
    Improvement improvement = new Improvement(request, relative(request.expectedEffect()), now);
    improvements.add(improvement);
    improvements.put(improvement.id(), request);
    ImprovementView view = view(improvement);
    journal.record(Change.of(TYPE, "created", improvement).detail(view));
    tell(improvement, null, now);
    return Answers.created("/v1/improvements/" + improvement.id(), improvement.version(), view);
  }

  Response change(Improvement improvement, ImprovementRequest before, ImprovementRequest after) {
    checkEvidence(after.evidence(), Set.copyOf(before.evidence()));
    Instant now = clock.instant();
    improvement.change(after, relative(after.expectedEffect()), now);
    improvements.put(improvement.id(), after);
    ImprovementView view = view(improvement);
    journal.record(Change.of(TYPE, "updated", improvement).detail(view));
    tell(improvement, before, now);
    return Answers.ok(improvement.version(), view);
  }

  /// Once it is done, those whose words led to it are to be told: by e-mail where it is said what.
  private void tell(Improvement improvement, @Nullable ImprovementRequest before, Instant now) {
    if (improvement.status() != ImprovementStatus.DONE) {
      return;
    }
    boolean news = before == null || before.wanted() != ImprovementStatus.DONE;
    // Who was listed is not listed again.
    int listed = improvements.listThoseToTell(improvement.id(), now);
    boolean newWords = before == null || before.messageTexts().isEmpty();
    if (!improvement.messages().isEmpty() && (news || newWords || listed > 0)) {
      improvements.queueNotices(improvement.id(), now, caller.get().test());
    }
    if (news) {
      journal.record(Change.of(TYPE, "done", improvement).data(Map.of("toTell", listed)));
    }
  }

  /// Evidence that is named exists.
  ///
  /// @param known what was named before, and may be gone by now
  private void checkEvidence(List<Evidence> evidence, Set<Evidence> known) {
    Map<EvidenceType, List<UUID>> ids = new EnumMap<>(EvidenceType.class);
    evidence.stream()
        .filter(each -> !known.contains(each))
        .forEach(
            each -> ids.computeIfAbsent(each.type(), type -> new ArrayList<>()).add(each.id()));
    Map<EvidenceType, Set<UUID>> there = new EnumMap<>(EvidenceType.class);
    ids.forEach((type, named) -> there.put(type, improvements.existing(type, named)));
    List<FieldError> errors = new ArrayList<>();
    for (int i = 0; i < evidence.size(); i++) {
      Evidence each = evidence.get(i);
      if (known.contains(each)) {
        continue;
      }
      if (!there.getOrDefault(each.type(), Set.of()).contains(each.id())) {
        errors.add(FieldError.at("/evidence/%d/id".formatted(i), "names none that there is"));
      } else if (each.question() != null && question(each.id(), each.question()) == null) {
        errors.add(
            FieldError.at("/evidence/%d/question".formatted(i), "No published version asks this."));
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
  }

  /// The question as the latest version that has it asks it.
  private @Nullable Item question(UUID survey, String linkId) {
    return surveys.ofSurvey(survey).reversed().stream()
        .map(version -> version.questionnaire().question(linkId))
        .filter(item -> item != null)
        .findFirst()
        .orElse(null);
  }

  /// The expected effect in millionths of the range of its score.
  private long relative(@Nullable ExpectedEffect expected) {
    if (expected == null) {
      return 0;
    }
    Item item;
    try {
      item = question(expected.surveyId(), expected.question());
    } catch (ProblemException e) {
      throw ProblemException.invalid("/expectedEffect/surveyId", e.detail());
    }
    if (item == null) {
      throw ProblemException.invalid(
          "/expectedEffect/question", "No published version asks this question.");
    }
    BigDecimal range = ScoreRange.of(item, expected.score());
    if (range == null) {
      throw ProblemException.invalid(
          "/expectedEffect/score", "The question has no such score with two ends.");
    }
    if (expected.change().abs().compareTo(range) > 0) {
      throw ProblemException.invalid(
          "/expectedEffect/change",
          "is more than the whole range of the score, %s".formatted(range.toPlainString()));
    }
    return Math.round(expected.change().doubleValue() / range.doubleValue() * 1_000_000);
  }

  ImprovementView view(Improvement improvement) {
    return views(List.of(improvement)).getFirst();
  }

  /// With what belongs to each and what it collides with, in three queries.
  List<ImprovementView> views(List<Improvement> page) {
    if (page.isEmpty()) {
      return List.of();
    }
    Collection<UUID> ids = page.stream().map(Improvement::id).toList();
    Map<UUID, Parts> parts = improvements.parts(ids);
    Map<UUID, List<Conflict>> opposed = improvements.opposed(ids);
    Map<UUID, List<Conflict>> conflicts = new HashMap<>();
    parts.forEach(
        (id, each) -> {
          List<Conflict> all = new ArrayList<>(tradeOffs(each.effects()));
          all.addAll(opposed.getOrDefault(id, List.of()));
          conflicts.put(id, all);
        });
    return page.stream()
        .map(
            each ->
                each.view(
                    parts.getOrDefault(each.id(), new Parts(List.of(), List.of())),
                    conflicts.getOrDefault(each.id(), List.of())))
        .toList();
  }

  /// What an improvement that raises something lowers.
  private static List<Conflict> tradeOffs(List<Effect> effects) {
    boolean raises = effects.stream().anyMatch(each -> each.direction() == EffectDirection.RAISES);
    return !raises
        ? List.of()
        : effects.stream()
            .filter(each -> each.direction() == EffectDirection.LOWERS)
            .map(
                each ->
                    new Conflict(
                        ConflictKind.TRADE_OFF,
                        each.requirementId(),
                        each.role(),
                        each.direction(),
                        null))
            .toList();
  }
}
