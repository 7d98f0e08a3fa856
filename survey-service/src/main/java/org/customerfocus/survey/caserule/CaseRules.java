package org.customerfocus.survey.caserule;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.rule.Moment;
import org.customerfocus.conventions.rule.Rsql;
import org.customerfocus.conventions.rule.Rule;
import org.customerfocus.conventions.rule.RuleFault;
import org.customerfocus.conventions.rule.RuleMatcher;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.complaint.CaseOpening;
import org.customerfocus.survey.complaint.CaseReporter;
import org.customerfocus.survey.complaint.Cases;
import org.customerfocus.survey.feedback.FeedbackRecorded;
import org.customerfocus.survey.feedback.FeedbackRequest;
import org.customerfocus.survey.feedback.Heard;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.customerfocus.survey.response.Completed;
import org.customerfocus.survey.response.ResponsesCompleted;
import org.jspecify.annotations.Nullable;

/// Opens the cases that rules ask for, in the transaction in which a response becomes whole or
/// feedback is recorded: there is neither one without the other, whatever happens to the process.
@ApplicationScoped
class CaseRules {

  private static final String BY_SURVEY = "survey";

  private final CaseRuleRepository rules;
  private final Cases cases;
  private final PublishedSurveys surveys;
  private final InstantSource clock;

  CaseRules(CaseRuleRepository rules, Cases cases, PublishedSurveys surveys, InstantSource clock) {
    this.rules = rules;
    this.cases = cases;
    this.surveys = surveys;
    this.clock = clock;
  }

  void apply(@Observes FeedbackRecorded recorded) {
    List<CaseOpening> openings = new ArrayList<>();
    for (CaseRule rule : rules.overFeedback()) {
      openings.addAll(ofFeedback(rule, recorded.feedback()));
    }
    cases.openAndTell(openings);
  }

  void apply(@Observes ResponsesCompleted completed) {
    Set<UUID> asked = new HashSet<>();
    completed.responses().forEach(each -> asked.add(each.surveyId()));
    List<CaseOpening> openings = new ArrayList<>();
    for (CaseRule rule : rules.overResponses(asked)) {
      List<CaseOpening> wanted = ofResponses(rule, completed.responses());
      openings.addAll(completed.amended() ? unopened(rule, wanted) : wanted);
    }
    cases.openAndTell(openings);
  }

  /// Those about responses that the rule has opened no case about so far.
  List<CaseOpening> unopened(CaseRule rule, List<CaseOpening> wanted) {
    Set<UUID> there =
        cases.openedAboutResponses(
            rule.id(), wanted.stream().map(CaseOpening::responseId).toList());
    return wanted.stream().filter(each -> !there.contains(each.responseId())).toList();
  }

  /// The cases that a rule asks for about some feedback, whether there are any or not.
  List<CaseOpening> ofFeedback(CaseRule rule, List<Heard> feedback) {
    Predicate<RuleMatcher.Values> condition =
        RuleMatcher.of(
            Rsql.parse(rule.condition()), RuleFields::ofFeedback, new Moment(clock.instant()));
    return feedback.stream()
        .filter(each -> condition.test(RuleFields.of(each)))
        .map(each -> opening(rule, each))
        .toList();
  }

  private static CaseOpening opening(CaseRule rule, Heard heard) {
    FeedbackRequest said = heard.said();
    return new CaseOpening(
        Objects.requireNonNullElse(said.subject(), rule.name()),
        Objects.requireNonNullElse(rule.channel(), said.channel()),
        heard.receivedAt(),
        heard.id(),
        said.responseId(),
        rule.id(),
        new CaseReporter(said.customerId(), said.partyId(), null, null, null),
        said.offeringId(),
        said.touchpointId(),
        said.requirementId(),
        rule.ownerPartyId(),
        rule.severity(),
        null);
  }

  /// The cases that a rule asks for about some responses, whether there are any or not.
  List<CaseOpening> ofResponses(CaseRule rule, List<Completed> responses) {
    Rule condition = Rsql.parse(rule.condition());
    return responses.stream()
        .filter(each -> each.surveyId().equals(rule.surveyId()) && meets(condition, each))
        .map(each -> opening(rule, each))
        .toList();
  }

  /// What a version does not ask, nobody has said in answer to it.
  private boolean meets(Rule condition, Completed response) {
    Questionnaire asked = surveys.version(response.surveyVersionId()).questionnaire();
    try {
      return RuleMatcher.of(
              condition, field -> RuleFields.ofResponse(asked, field), new Moment(clock.instant()))
          .test(RuleFields.of(response));
    } catch (RuleFault e) {
      return false;
    }
  }

  private static CaseOpening opening(CaseRule rule, Completed response) {
    return new CaseOpening(
        rule.name(),
        Objects.requireNonNullElse(rule.channel(), BY_SURVEY),
        response.respondedAt(),
        null,
        response.id(),
        rule.id(),
        new CaseReporter(response.customerId(), response.partyId(), null, null, null),
        null,
        null,
        null,
        rule.ownerPartyId(),
        rule.severity(),
        null);
  }

  /// @throws ProblemException 422 for a condition that says nothing about what the rule is over
  void check(CaseRuleRequest request) {
    if ((request.source() == RuleSource.RESPONSES) != (request.surveyId() != null)) {
      throw ProblemException.invalid(
          "/surveyId", "is needed by a rule over responses, and by no other");
    }
    Moment now = new Moment(clock.instant());
    try {
      Rule condition = Rsql.parse(request.condition());
      if (request.surveyId() == null) {
        RuleMatcher.of(condition, RuleFields::ofFeedback, now);
      } else {
        List<Questionnaire> versions = versions(request.surveyId());
        RuleMatcher.of(condition, field -> ofAny(versions, field), now);
      }
    } catch (RuleFault e) {
      throw ProblemException.invalid("/condition", e.why());
    }
  }

  private static @Nullable Class<?> ofAny(List<Questionnaire> versions, String field) {
    return versions.stream()
        .<Class<?>>map(each -> RuleFields.ofResponse(each, field))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private List<Questionnaire> versions(UUID survey) {
    List<PublishedVersion> versions;
    try {
      versions = surveys.ofSurvey(survey);
    } catch (ProblemException e) {
      throw ProblemException.invalid("/surveyId", e.detail());
    }
    if (versions.isEmpty()) {
      throw ProblemException.invalid("/surveyId", "The survey has no published version yet.");
    }
    if (versions.getLast().anonymous()) {
      throw ProblemException.invalid(
          "/surveyId", "The survey is anonymous: a case would tell who answered, and when.");
    }
    return versions.stream().map(PublishedVersion::questionnaire).toList();
  }
}
