package org.customerfocus.customer.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.customer.recording.RecordedOnce.Candidate;
import org.customerfocus.customer.recording.RecordedOnce.Rules;
import org.customerfocus.customer.recording.RecordedRepository.Known;
import org.customerfocus.customer.recording.RecordingItem.RecordingStatus;
import org.jspecify.annotations.Nullable;

/// Records a batch: each thing once, whatever is sent again, and each judged on its own.
@ApplicationScoped
public class Recording {

  /// How far ahead of ours a clock may be that tells when something happened: its zone may be
  /// wrong, its year not.
  public static final Duration CLOCKS = Duration.ofDays(1);

  private final Validator validator;
  private final RecordedRepository recorded;

  Recording(Validator validator, RecordedRepository recorded) {
    this.validator = validator;
    this.recorded = recorded;
  }

  /// Records one thing.
  ///
  /// @return whether it is new, with the id of what is recorded
  /// @throws ProblemException 422 where it breaks a rule, 409 where its external reference is
  ///   recorded with other content
  public <R> RecordingItem recordOne(RecordedOnce<R> shelf, R report) {
    RecordingItem item = settle(shelf, List.of(report), index -> "").getFirst();
    if (item.errors() != null) {
      throw ProblemException.invalid(item.errors());
    }
    if (item.status() == RecordingStatus.CONFLICT) {
      throw new ProblemException(
          Problems.CONFLICT,
          "The external reference is recorded with other content, which stays: %s."
              .formatted(item.id()));
    }
    return item;
  }

  /// What became of each, in the order of the batch.
  ///
  /// @param member the name of the batch's array, for the pointers of faults
  public <R> List<RecordingItem> recordAll(RecordedOnce<R> shelf, List<R> batch, String member) {
    return settle(shelf, batch, index -> "/%s/%d".formatted(member, index));
  }

  @FunctionalInterface
  private interface Pointer {
    String of(int index);
  }

  private <R> List<RecordingItem> settle(RecordedOnce<R> shelf, List<R> batch, Pointer at) {
    @Nullable RecordingItem[] items = new RecordingItem[batch.size()];
    Map<UUID, Integer> places = new HashMap<>();
    List<Candidate<R>> sound = new ArrayList<>();
    Rules<R> rules = shelf.rules(batch);
    for (int i = 0; i < items.length; i++) {
      List<FieldError> faults = faults(batch.get(i), rules, at.of(i));
      if (faults.isEmpty()) {
        Candidate<R> candidate = new Candidate<>(Ids.next(), shelf.kept(batch.get(i)));
        places.put(candidate.id(), i);
        sound.add(candidate);
      } else {
        items[i] = new RecordingItem(i, RecordingStatus.REFUSED, null, faults);
      }
    }
    record(shelf, sound, places, items);
    return Arrays.asList(items);
  }

  private <R> List<FieldError> faults(R report, Rules<R> rules, String at) {
    var violations = validator.validate(report);
    return violations.isEmpty()
        ? rules.faults(report, at)
        : InvalidRequests.violationsOf(violations).errors().stream()
            .map(error -> FieldError.at(at + error.pointer(), error.detail()))
            .toList();
  }

  /// First what is new is written, in the order of the references, so that batches that overlap
  /// wait for each other at most and never in a circle; then what was there is looked up.
  private <R> void record(
      RecordedOnce<R> shelf,
      List<Candidate<R>> sound,
      Map<UUID, Integer> places,
      @Nullable RecordingItem[] items) {
    List<Candidate<R>> first = firstOfEachRef(shelf, sound);
    Set<UUID> written = first.isEmpty() ? Set.of() : shelf.insertNew(recorded.write(first));
    List<Candidate<R>> rest =
        sound.stream().filter(candidate -> !written.contains(candidate.id())).toList();
    Map<UUID, Known> known = rest.isEmpty() ? Map.of() : recorded.find(shelf.table(), rest);
    places.forEach(
        (candidate, i) ->
            items[i] =
                written.contains(candidate)
                    ? new RecordingItem(i, RecordingStatus.CREATED, candidate, null)
                    : met(i, known.get(candidate)));
  }

  private static RecordingItem met(int place, @Nullable Known known) {
    if (known == null) {
      throw new ProblemException(
          Problems.CONFLICT, "Something was deleted while it was sent again. Send it once more.");
    }
    RecordingStatus status = known.same() ? RecordingStatus.DUPLICATE : RecordingStatus.CONFLICT;
    return new RecordingItem(place, status, known.id(), null);
  }

  private static <R> List<Candidate<R>> firstOfEachRef(
      RecordedOnce<R> shelf, List<Candidate<R>> sound) {
    Set<SourceRef> seen = new HashSet<>();
    return sound.stream()
        .filter(
            candidate -> {
              SourceRef ref = shelf.externalRef(candidate.as());
              return ref == null || seen.add(ref);
            })
        .sorted(
            Comparator.comparing(
                candidate -> shelf.externalRef(candidate.as()),
                Comparator.nullsFirst(Comparator.naturalOrder())))
        .toList();
  }
}
