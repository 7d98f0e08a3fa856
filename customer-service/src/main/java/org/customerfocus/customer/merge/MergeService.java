package org.customerfocus.customer.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.merge.UndoRepository.Run;
import org.customerfocus.customer.party.PartyChanged;
import org.customerfocus.customer.party.PartyService;
import org.jspecify.annotations.Nullable;

/// Merges two parties, shows what a merge would do, and undoes one: each in the one transaction of
/// its request, so that a crash leaves all or nothing of it.
@ApplicationScoped
class MergeService {

  private final MergeRepository merges;
  private final UndoRepository undoing;
  private final SchemaRepository schema;
  private final Merging merging;
  private final PartyService parties;
  private final Journal journal;
  private final InstantSource clock;
  private final CurrentCaller current;
  private final Event<PartyChanged> changes;

  MergeService(
      MergeRepository merges,
      UndoRepository undoing,
      SchemaRepository schema,
      Merging merging,
      PartyService parties,
      Journal journal,
      InstantSource clock,
      CurrentCaller current,
      Event<PartyChanged> changes) {
    this.merges = merges;
    this.undoing = undoing;
    this.schema = schema;
    this.merging = merging;
    this.parties = parties;
    this.journal = journal;
    this.clock = clock;
    this.current = current;
    this.changes = changes;
  }

  /// Does all of it and takes it back, so that what is shown is what would happen.
  Outcome dryRun(MergeRequest request) {
    check(request);
    merges.savepoint();
    Merge merge = begin(request);
    Outcome outcome = merging.merge(request, journaling(merge)).build();
    merges.rollBack();
    return outcome;
  }

  Merge merge(MergeRequest request) {
    check(request);
    Merge begun = begin(request);
    Journaling steps = journaling(begun);
    OutcomeBuilder done = merging.merge(request, steps);
    merges.redirect(begun.id());
    merges.forget();
    merges.recountSegments(begun.id());
    Merge merge = merges.get(begun.id());
    Outcome outcome = done.build();
    merge.record(outcome, steps.steps());
    UUID survivor = request.survivorId();
    parties.rewritten(survivor);
    changes.fire(new PartyChanged(survivor));
    record("merged", merge, done, outcome);
    return merge;
  }

  private Merge begin(MergeRequest request) {
    Merge merge = new Merge(request.survivorId(), request.mergedId(), clock.instant());
    merges.add(merge);
    return merge;
  }

  private Journaling journaling(Merge merge) {
    return new Journaling(tenant(), merge.id(), clock.instant());
  }

  private void check(MergeRequest request) {
    UUID survivor = request.survivorId();
    UUID merged = request.mergedId();
    if (survivor.equals(merged)) {
      throw ProblemException.invalid("/mergedId", "a party cannot be merged with itself");
    }
    merges.queue(tenant());
    Map<UUID, String> kinds = merges.lock(List.of(survivor, merged));
    List<FieldError> faults =
        Map.of("/survivorId", survivor, "/mergedId", merged).entrySet().stream()
            .filter(each -> !kinds.containsKey(each.getValue()))
            .sorted(Map.Entry.comparingByKey())
            .map(each -> FieldError.at(each.getKey(), absent(each.getValue())))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    if (kinds.containsValue("erased")) {
      throw new ProblemException(
          MergeProblems.MERGE_NOT_POSSIBLE, "What is known of one of the two has been erased.");
    }
    if (!Objects.equals(kinds.get(survivor), kinds.get(merged))) {
      throw new ProblemException(
          MergeProblems.MERGE_NOT_POSSIBLE, "One is a person and the other an organisation.");
    }
  }

  private String absent(UUID party) {
    return merges
        .destination(party)
        .map(survivor -> "party %s has become part of %s".formatted(party, survivor))
        .orElse("there is no party %s".formatted(party));
  }

  /// Restores the state before the merge.
  ///
  /// @throws ProblemException 409 where that is not possible exactly; nothing has changed then
  Merge undo(UUID id) {
    merges.queue(tenant());
    Merge merge = merges.get(id);
    merge.checkUndoable(merges.steps(id));
    if (!merge.survivorPartyId().equals(merge.survivorId())) {
      throw new ProblemException(
          MergeProblems.UNDO_NOT_POSSIBLE,
          "The survivor has become part of %s; undo that merge first."
              .formatted(merge.survivorPartyId()));
    }
    merges.lock(List.of(merge.survivorId()));
    List<Run> runs = undoing.runs(id);
    Set<String> tables =
        runs.stream().map(Run::table).collect(Collectors.toCollection(LinkedHashSet::new));
    tables.stream()
        .filter(table -> !TableRules.isFollowing(table))
        .forEach(table -> refuse(undoing.changed(id, schema.table(table))));
    runs.forEach(run -> undoing.restore(id, tenant(), schema.table(run.table()), run));
    merges.forget();
    merges.recountSegments(id);
    undoing.forget(id);
    Merge undone = merges.get(id);
    undone.undo(clock.instant());
    for (UUID party : List.of(undone.survivorId(), undone.mergedId())) {
      parties.rewritten(party);
      changes.fire(new PartyChanged(party));
    }
    record("merge-undone", undone, new OutcomeBuilder(), null);
    return undone;
  }

  private static void refuse(List<String> changed) {
    if (!changed.isEmpty()) {
      throw new ProblemException(
          MergeProblems.UNDO_NOT_POSSIBLE,
          "Changed since the merge: %s. Take those changes back first, or keep the merge."
              .formatted(
                  changed.stream().map(TableRules::resource).collect(Collectors.joining(", "))));
    }
  }

  /// An event names the first relationships that have become others; the ids of the rest lead to
  /// theirs as well.
  private void record(String verb, Merge merge, OutcomeBuilder done, @Nullable Object detail) {
    UUID survivor = merge.survivorId();
    List<Map<String, UUID>> relationships =
        done.customers().stream()
            .map(each -> Map.of("mergedId", each.dropped(), "survivorId", each.kept()))
            .toList();
    journal.record(
        new Change(
            "party",
            verb,
            survivor,
            () -> merges.version(survivor),
            Map.of(
                "mergeId",
                merge.id(),
                "mergedId",
                merge.mergedId(),
                "customers",
                relationships,
                "customerCount",
                done.customerCount()),
            detail));
  }

  private String tenant() {
    return current.get().tenant();
  }
}
