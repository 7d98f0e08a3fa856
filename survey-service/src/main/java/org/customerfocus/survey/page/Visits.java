package org.customerfocus.survey.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.invitation.InvitationStatus;
import org.customerfocus.survey.invitation.Invited;
import org.customerfocus.survey.invitation.Ledger;
import org.customerfocus.survey.link.Links;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.customerfocus.survey.quota.Quotas;
import org.customerfocus.survey.response.Answering;
import org.customerfocus.survey.response.Origin;
import org.customerfocus.survey.response.Progress;
import org.customerfocus.survey.response.Signals;
import org.customerfocus.survey.wording.Words;
import org.jspecify.annotations.Nullable;

/// What happens behind the pages: each step of a respondent is one transaction.
@ApplicationScoped
class Visits {

  /// How long a shared screen waits for somebody who has begun.
  static final Duration IDLE = Duration.ofMinutes(5);

  private static final Fields NOTHING = new Fields(Map.of());

  private final Links links;
  private final PublishedSurveys surveys;
  private final Answering answering;
  private final Quotas quotas;
  private final Ledger ledger;
  private final InvitedResponses responses;
  private final InstantSource clock;

  Visits(
      Links links,
      PublishedSurveys surveys,
      Answering answering,
      Quotas quotas,
      Ledger ledger,
      InvitedResponses responses,
      InstantSource clock) {
    this.links = links;
    this.surveys = surveys;
    this.answering = answering;
    this.quotas = quotas;
    this.ledger = ledger;
    this.responses = responses;
    this.clock = clock;
  }

  /// A link that leads to a survey.
  ///
  /// @param address where the respondent is now
  /// @param answered whether the invited person has finished
  /// @param attributes what is known of the invited person and the survey asks for
  record Visit(
      Address address,
      Links.Followed link,
      boolean answered,
      PublishedVersion version,
      Steps steps,
      @Nullable Invited invited,
      Map<String, AttributeValue> attributes) {

    /// The answers that would count if the respondent ended here.
    List<Answer> settled(List<Answer> answers) {
      return version.questionnaire().withoutStrays(answers, attributes);
    }

    /// Where answers that count lead.
    Path follow(List<Answer> settled) {
      return version.questionnaire().logic().follow(settled, attributes);
    }
  }

  /// What a posted page led to.
  ///
  /// @param step the page to go on with; null when the survey is finished
  /// @param fields what was typed
  /// @param faults what is wrong with it, by link id; empty where nothing is
  /// @param further the first of the questions that the page's own answers led to; null without
  record Outcome(
      Visit visit,
      Progress progress,
      @Nullable Integer step,
      Fields fields,
      Map<String, String> faults,
      @Nullable String further) {

    static Outcome at(Visit visit, Progress progress, int step, Fields fields) {
      return new Outcome(visit, progress, step, fields, Map.of(), null);
    }

    static Outcome finished(Visit visit, Progress progress) {
      return new Outcome(visit, progress, null, NOTHING, Map.of(), null);
    }
  }

  /// In which words to tell the respondent of a survey what is wrong.
  interface Speech {
    Words to(Visit visit);
  }

  /// Somebody looks at the first page.
  ///
  /// @throws DeadEnd where the link does not lead to a survey that takes responses
  /// @throws ProblemException 409 when the survey has all the responses that it takes
  @Transactional
  Visit open(Address address) {
    Visit visit = visit(address);
    if (!visit.answered()) {
      // Only who has not finished has to be told that nobody is asked any more.
      quotas.demandRoom(visit.version().surveyId(), List.of(), visit.attributes());
      if (visit.invited() != null) {
        ledger.opened(visit.invited().id());
      }
    }
    return visit;
  }

  /// Somebody begins, or goes on with what they began.
  @Transactional
  Address begin(Address address) {
    Visit visit = visit(address);
    if (visit.answered()) {
      return address;
    }
    Invited invited = visit.invited();
    Progress progress =
        answering.begin(
            visit.version().id(),
            invited == null
                ? new Origin(
                    visit.link().id(),
                    null,
                    visit.link().campaignId(),
                    visit.link().kiosk() ? "kiosk" : address.embedded() ? "embed" : "link",
                    null,
                    null,
                    visit.link().touchpointId(),
                    visit.link().offeringId(),
                    Map.of())
                : InvitedResponses.origin(invited, visit.version(), visit.link().id()));
    if (invited != null) {
      ledger.started(invited.id());
    }
    long now = clock.instant().getEpochSecond();
    UUID link = visit.link().id();
    Address begun = address.begun(progress.id(), links.seal(link, progress.id()), now);
    return visit.link().kiosk() ? begun.touched(links.touch(link, progress.id(), now)) : begun;
  }

  /// Somebody looks at a page behind the first.
  ///
  /// @param step null for wherever they have got to
  /// @param strict whether to say what is missing
  @Transactional
  Outcome look(Address address, @Nullable Integer step, boolean strict, Speech speech) {
    Visit visit = visit(address);
    Words words = speech.to(visit);
    Progress progress = own(visit, address, answering::find);
    if (!progress.isOpen()) {
      return Outcome.finished(visit, progress);
    }
    List<Answer> settled = visit.settled(progress.answers());
    Path path = visit.follow(settled);
    List<Integer> shown = visit.steps().shown(path);
    if (shown.isEmpty()) {
      return finish(visit, progress, address, words);
    }
    int at = step != null && shown.contains(step) ? step : goingOn(visit, progress, path, shown);
    List<Item> questions = visit.steps().questions(at);
    Map<String, String> faults = strict ? missing(questions, path, settled, words) : Map.of();
    return new Outcome(visit, progress, at, Fields.of(questions, progress.answers()), faults, null);
  }

  /// Takes a posted page: what can be taken is saved, whatever else is wrong.
  ///
  /// @param back whether the respondent goes to the page before rather than to the next
  @Transactional
  Outcome post(Address address, int step, boolean back, Fields fields, Speech speech) {
    Visit visit = visit(address);
    Words words = speech.to(visit);
    // Two posts at once come one after the other, so that none saves over what it has not seen.
    Progress progress = own(visit, address, answering::hold);
    if (!progress.isOpen()) {
      return Outcome.finished(visit, progress);
    }
    if (step < 0 || step >= visit.steps().all().size()) {
      throw DeadEnd.unknown();
    }
    List<Item> questions = visit.steps().questions(step);
    Path before = visit.follow(visit.settled(progress.answers()));
    Map<String, Answer> answers = new LinkedHashMap<>();
    progress.answers().forEach(answer -> answers.put(answer.linkId(), answer));
    Map<String, String> faults = new LinkedHashMap<>();
    for (Item question : questions) {
      if (before.shows(question)) {
        take(question, fields, before, answers, faults, words);
      }
    }
    List<Answer> saved = List.copyOf(answers.values());
    Progress now = answering.save(progress.id(), saved);
    List<Answer> settled = visit.settled(saved);
    Path after = visit.follow(settled);
    if (back) {
      return Outcome.at(visit, now, previous(visit, after, step), NOTHING);
    }
    // A page whose own answers lead past some of its questions does not insist on them.
    faults.keySet().removeIf(id -> !after.shown().contains(id));
    missing(questions, after, settled, words)
        .forEach(
            (id, fault) -> {
              if (before.shown().contains(id)) {
                faults.putIfAbsent(id, fault);
              }
            });
    String further =
        questions.stream()
            .filter(each -> after.shows(each) && !before.shows(each))
            .map(Item::linkId)
            .findFirst()
            .orElse(null);
    if (!faults.isEmpty() || further != null) {
      return new Outcome(visit, now, step, fields, faults, further);
    }
    return next(visit, now, address, after, step, words);
  }

  private static void take(
      Item question,
      Fields fields,
      Path path,
      Map<String, Answer> answers,
      Map<String, String> faults,
      Words words) {
    Reading reading =
        Reading.of(question, fields, path.options().getOrDefault(question.linkId(), Set.of()));
    if (reading.answer() == null) {
      answers.remove(question.linkId());
    } else {
      answers.put(question.linkId(), reading.answer());
    }
    if (reading.wrong()) {
      faults.put(question.linkId(), Faults.wrong(question, words));
    }
  }

  private Outcome next(
      Visit visit, Progress progress, Address address, Path path, int step, Words words) {
    for (int other : visit.steps().shown(path)) {
      if (other > step) {
        return Outcome.at(visit, progress, other, NOTHING);
      }
    }
    return finish(visit, progress, address, words);
  }

  /// Completes the response, unless an earlier page lacks something: then it leads back there.
  private Outcome finish(Visit visit, Progress progress, Address address, Words words) {
    Invited invited = visit.invited();
    if (invited != null) {
      responses.hold(invited.id());
    }
    List<Answer> settled = visit.settled(progress.answers());
    Path path = visit.follow(settled);
    for (int step : visit.steps().shown(path)) {
      List<Item> questions = visit.steps().questions(step);
      Map<String, String> faults = missing(questions, path, settled, words);
      if (!faults.isEmpty()) {
        return new Outcome(
            visit, progress, step, Fields.of(questions, progress.answers()), faults, null);
      }
    }
    Duration took =
        address.since() == 0
            ? null
            : Duration.between(Instant.ofEpochSecond(address.since()), clock.instant());
    Progress completed =
        answering.complete(
            progress.id(),
            new Signals(
                address.trapped() ? "x" : null, took == null || took.isNegative() ? null : took));
    if (invited != null && visit.version().anonymous()) {
      responses.answeredAnonymously(invited.id(), null);
    }
    return Outcome.finished(visit, completed);
  }

  /// @param settled the answers that count: one whose option was withdrawn since does not
  private static Map<String, String> missing(
      List<Item> questions, Path path, List<Answer> settled, Words words) {
    Map<String, String> faults = new LinkedHashMap<>();
    for (Item question : questions) {
      if (question.mustBeAnswered()
          && path.shows(question)
          && settled.stream().noneMatch(each -> each.linkId().equals(question.linkId()))) {
        faults.put(question.linkId(), Faults.missing(question, words));
      }
    }
    return faults;
  }

  private static int previous(Visit visit, Path path, int step) {
    int previous = step;
    for (int other : visit.steps().shown(path)) {
      if (other < step) {
        previous = other;
      }
    }
    return previous;
  }

  /// The first page on which nothing was answered yet, or the last.
  private static int goingOn(Visit visit, Progress progress, Path path, List<Integer> shown) {
    for (int step : shown) {
      List<String> asked =
          visit.steps().questions(step).stream().filter(path::shows).map(Item::linkId).toList();
      if (!asked.isEmpty()
          && progress.answers().stream().noneMatch(each -> asked.contains(each.linkId()))) {
        return progress.answers().isEmpty() ? shown.getFirst() : step;
      }
    }
    return shown.getLast();
  }

  private Progress own(Visit visit, Address address, Function<UUID, Progress> find) {
    UUID response = address.response();
    if (!links.isSeal(visit.link().id(), response, address.seal())) {
      throw DeadEnd.unknown();
    }
    try {
      return find.apply(response);
    } catch (ProblemException e) {
      // It was removed since, as a person may demand.
      throw DeadEnd.unknown();
    }
  }

  /// A shared screen does not show what somebody has answered to whoever comes next: after the idle
  /// time no way leads back, that of the browser included.
  ///
  /// @return the address with this moment in it
  private Address stillThere(Links.Followed link, Address address) {
    if (!link.kiosk() || address.sitting() == null) {
      return address;
    }
    UUID response = address.response();
    String touch = address.touch();
    Long before = touch == null ? null : links.touched(link.id(), response, touch);
    long now = clock.instant().getEpochSecond();
    if (before == null || now - before >= IDLE.toSeconds()) {
      throw new LeftAlone(address.start());
    }
    return address.touched(links.touch(link.id(), response, now));
  }

  private Visit visit(Address address) {
    Links.Followed link = links.follow(address.secret());
    if (link == null) {
      throw DeadEnd.unknown();
    }
    PublishedVersion version = surveys.version(link.surveyVersionId());
    if (!link.open() || version.closed()) {
      throw DeadEnd.closed();
    }
    Invited invited = link.invitationId() == null ? null : ledger.get(link.invitationId());
    // A campaign that ends early takes its invitations with it.
    if (invited != null && invited.status() == InvitationStatus.EXPIRED) {
      throw DeadEnd.closed();
    }
    return new Visit(
        stillThere(link, address),
        link,
        invited != null && ledger.answered(invited.id()),
        version,
        Steps.of(version.questionnaire()),
        invited,
        invited == null ? Map.of() : InvitedResponses.known(version, invited));
  }
}
