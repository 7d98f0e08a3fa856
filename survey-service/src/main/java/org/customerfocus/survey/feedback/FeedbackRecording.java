package org.customerfocus.survey.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Records feedback and tells who listens, within the transaction of who calls it: whatever
/// somebody sends, opens a case with, or imports comes through here.
@ApplicationScoped
public class FeedbackRecording {

  private final FeedbackRepository feedback;
  private final Event<FeedbackRecorded> recorded;
  private final InstantSource clock;

  FeedbackRecording(
      FeedbackRepository feedback, Event<FeedbackRecorded> recorded, InstantSource clock) {
    this.feedback = feedback;
    this.recorded = recorded;
    this.clock = clock;
  }

  /// Records one, for who sees to it without being told.
  ///
  /// @param pointer to it in the request's body
  /// @throws ProblemException 422 for what cannot be so, 409 when its external reference is taken
  public Heard recordQuietly(FeedbackRequest request, String pointer) {
    return Heard.of(add(request, pointer));
  }

  Feedback add(FeedbackRequest request, String pointer) {
    Instant now = clock.instant();
    check(request, pointer, now);
    Feedback made = new Feedback(request, null, now);
    feedback.add(List.of(made));
    return made;
  }

  void tell(Feedback made) {
    recorded.fire(new FeedbackRecorded(List.of(Heard.of(made))));
  }

  private void check(FeedbackRequest request, String pointer, Instant now) {
    List<FieldError> faults = new ArrayList<>(request.faults(pointer, now));
    unknown(List.of(request))
        .getFirst()
        .forEach(
            (member, id) ->
                faults.add(FieldError.at(pointer + "/" + member, "names none that there is")));
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    UUID there = request.externalRef() == null ? null : feedback.withRef(request.externalRef());
    if (there != null) {
      throw new ProblemException(
          FeedbackProblems.ALREADY_RECORDED,
          "The feedback %s has this external reference already.".formatted(there));
    }
  }

  /// What each names that there is not, by the name of the member.
  public List<Map<String, UUID>> unknown(List<FeedbackRequest> requests) {
    Set<UUID> named = new HashSet<>();
    requests.forEach(each -> named.addAll(references(each).values()));
    Set<UUID> known = named.isEmpty() ? Set.of() : feedback.known(named);
    return requests.stream()
        .map(
            each -> {
              Map<String, UUID> unknown = references(each);
              unknown.values().removeAll(known);
              return unknown;
            })
        .toList();
  }

  private static Map<String, UUID> references(FeedbackRequest request) {
    Map<String, UUID> named = new TreeMap<>();
    if (request.surveyId() != null) {
      named.put("surveyId", request.surveyId());
    }
    if (request.responseId() != null) {
      named.put("responseId", request.responseId());
    }
    return named;
  }

  /// Records many that were found to be right, each external reference once. Nobody is told yet.
  ///
  /// @return those that were not there already, in their order
  public List<Heard> recordEach(List<FeedbackRequest> requests, @Nullable UUID importId) {
    Instant now = clock.instant();
    Map<String, List<String>> wanted = new HashMap<>();
    for (FeedbackRequest each : requests) {
      if (each.externalRef() != null) {
        wanted
            .computeIfAbsent(each.externalRef().scheme(), scheme -> new ArrayList<>())
            .add(each.externalRef().value());
      }
    }
    Map<String, Set<String>> taken = new HashMap<>();
    wanted.forEach(
        (scheme, values) -> taken.put(scheme, new HashSet<>(feedback.taken(scheme, values))));
    List<Feedback> made = new ArrayList<>();
    for (FeedbackRequest each : requests) {
      FeedbackRef ref = each.externalRef();
      if (ref == null
          || taken.computeIfAbsent(ref.scheme(), scheme -> new HashSet<>()).add(ref.value())) {
        made.add(new Feedback(each, importId, now));
      }
    }
    feedback.add(made);
    return made.stream().map(Heard::of).toList();
  }

  /// Tells of feedback that was recorded with many, those of whom nobody knows yet what becomes.
  public void tell(List<Heard> heard) {
    if (!heard.isEmpty()) {
      recorded.fire(new FeedbackRecorded(heard));
    }
  }

  /// Feedback by its id.
  ///
  /// @throws ProblemException 404 when there is none
  public Heard get(UUID id) {
    return Heard.of(feedback.get(id));
  }

  /// Feedback after an id, in the order of ids.
  ///
  /// @param after null for the first
  public List<Heard> after(@Nullable UUID after, int limit) {
    return feedback.after(after, limit).stream().map(Heard::of).toList();
  }
}
