package org.customerfocus.survey.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.survey.accesschannel.AccessChannels;
import org.customerfocus.survey.accesschannel.Standards;
import org.customerfocus.survey.link.Links;
import org.jspecify.annotations.Nullable;

/// Opens cases and keeps watch over what is due, within the transaction of who calls it: whoever
/// complains, every rule and every import comes through here.
@ApplicationScoped
public class Cases {

  private static final String TYPE = "case";

  /// A file of complaints is one command, and tells of itself.
  private static final int TOLD = 100;

  /// Crockford's base 32: nobody takes a letter for a digit on the telephone.
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final CaseRepository cases;
  private final AccessChannels channels;
  private final Links links;
  private final DueWorkRepository due;
  private final Journal journal;
  private final CurrentCaller caller;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  Cases(
      CaseRepository cases,
      AccessChannels channels,
      Links links,
      DueWorkRepository due,
      Journal journal,
      CurrentCaller caller,
      InstantSource clock) {
    this.cases = cases;
    this.channels = channels;
    this.links = links;
    this.due = due;
    this.journal = journal;
    this.caller = caller;
    this.clock = clock;
  }

  /// Opens cases without a word: who opens many tells of them as one.
  public void openEach(List<CaseOpening> openings) {
    make(openings);
  }

  /// Opens cases, and tells of each; of more than some, those are told that ask for them.
  public void openAndTell(List<CaseOpening> openings) {
    List<SurveyCase> made = make(openings);
    if (made.size() <= TOLD) {
      made.forEach(this::tellOpened);
    }
  }

  /// Which of some responses a rule has opened a case about.
  public Set<UUID> openedAboutResponses(UUID rule, List<@Nullable UUID> responses) {
    return cases.openedAboutResponses(rule, responses);
  }

  /// About which of some feedback a rule has opened a case, or somebody has by hand.
  public Set<UUID> openedAboutFeedback(UUID rule, List<@Nullable UUID> feedback) {
    return cases.openedAboutFeedback(rule, feedback);
  }

  List<SurveyCase> make(List<CaseOpening> openings) {
    if (openings.isEmpty()) {
      return List.of();
    }
    Set<String> codes = new HashSet<>();
    openings.forEach(each -> codes.add(each.channel()));
    Map<String, Standards> standards = channels.of(codes);
    Instant now = clock.instant();
    List<SurveyCase> made = new ArrayList<>();
    for (CaseOpening each : openings) {
      SurveyCase one = new SurveyCase(each, standards.get(each.channel()), now);
      one.name(number(), links.digestOf(one.id()));
      cases.add(one);
      made.add(one);
    }
    cases.flush();
    made.stream().filter(one -> one.nextDue() != null).forEach(this::watch);
    return made;
  }

  /// @throws org.customerfocus.conventions.problem.ProblemException 404 when there is no such case
  public void demand(UUID id) {
    cases.get(id);
  }

  /// Adds a file to a case, with nobody else at the case meanwhile.
  ///
  /// @return the case's new version
  public long attach(UUID id, UUID attachment, Runnable adding) {
    SurveyCase one = cases.hold(id);
    adding.run();
    one.noted(clock.instant());
    journal.record(Change.of(TYPE, "attached", one).data(Map.of("attachmentId", attachment)));
    return one.version();
  }

  void tellOpened(SurveyCase one) {
    tell("opened", one);
  }

  void tell(String verb, SurveyCase one) {
    journal.record(change(verb, one));
  }

  /// What happened to a case, without the contact of a stranger: nobody could find it to erase it.
  private Change change(String verb, SurveyCase one) {
    Map<String, Object> data = new HashMap<>();
    CaseRequest as = one.asRequest();
    data.put("status", one.status().wire());
    data.put("channel", one.channel());
    put(data, "feedbackId", as.feedbackId());
    put(data, "responseId", as.responseId());
    put(data, "ruleId", one.ruleId());
    put(data, "customerId", as.reporterOrNobody().customerId());
    put(data, "ownerPartyId", as.ownerPartyId());
    return Change.of(TYPE, verb, one).data(data).detail(as.withoutContact());
  }

  private static void put(Map<String, Object> data, String name, @Nullable UUID id) {
    if (id != null) {
      data.put(name, id);
    }
  }

  /// Has somebody look at the case when the next promise is overdue.
  void watch(SurveyCase one) {
    Instant next = one.nextDue();
    if (next == null) {
      due.forget(CaseRepository.DUE, one.id());
    } else {
      due.schedule(CaseRepository.DUE, one.id(), next, caller.get().test());
    }
  }

  /// The status link of a case, below the platform's base URL.
  String statusPath(SurveyCase one) {
    return links.issued(one.id(), StatusPage.FOLDER).path();
  }

  /// Eight random digits, of 40 bits: what a tenant has does not tell how many there are.
  private String number() {
    StringBuilder number = new StringBuilder("C-");
    for (int i = 0; i < 8; i++) {
      if (i == 4) {
        number.append('-');
      }
      number.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
    }
    return number.toString();
  }
}
