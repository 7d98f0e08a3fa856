package org.customerfocus.customer.duplicate;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.customer.duplicate.BlockRepository.Run;
import org.customerfocus.customer.matching.Block;
import org.customerfocus.customer.matching.Block.Member;
import org.customerfocus.customer.matching.Model;
import org.customerfocus.customer.matching.Profile;
import org.customerfocus.customer.matching.Training;
import org.jspecify.annotations.Nullable;

/// The steps of a scan and of the check of what has changed, each for one transaction.
@ApplicationScoped
class Comparing {

  private static final int PROFILES = 2_000;
  private static final int CHANGES = 200;

  private final ProfileRepository profiles;
  private final BlockRepository blocks;
  private final DuplicateRepository duplicates;
  private final Journal journal;
  private final InstantSource clock;
  private final CurrentCaller current;

  Comparing(
      ProfileRepository profiles,
      BlockRepository blocks,
      DuplicateRepository duplicates,
      Journal journal,
      InstantSource clock,
      CurrentCaller current) {
    this.profiles = profiles;
    this.blocks = blocks;
    this.duplicates = duplicates;
    this.journal = journal;
    this.clock = clock;
    this.current = current;
  }

  ScanStatus begin(UUID id) {
    duplicates.queue(tenant());
    DuplicateScan scan = duplicates.scan(id);
    if (scan.status() == ScanStatus.QUEUED) {
      profiles.forgetErased();
    }
    scan.start(clock.instant());
    return scan.status();
  }

  /// Profiles some more parties.
  ///
  /// @return whether there may be more
  boolean profile(UUID id) {
    duplicates.queue(tenant());
    DuplicateScan scan = duplicates.scan(id);
    // Before they are read: what changes after that is noted again.
    duplicates.takeChanged(scan.afterParty(), PROFILES);
    List<Profile> some = profiles.after(scan.afterParty(), PROFILES);
    if (!some.isEmpty()) {
      profiles.keep(tenant(), some);
      scan.profiled(some.getLast().id(), some.size(), clock.instant());
    }
    if (some.size() < PROFILES) {
      scan.enter(ScanStatus.LEARNING, clock.instant());
      return false;
    }
    return true;
  }

  /// Shows some parties to the training.
  ///
  /// @return the last one, null when there are no more
  @Nullable UUID show(Training training, @Nullable UUID after) {
    List<Profile> some = blocks.profiles(after, PROFILES);
    some.forEach(training::show);
    return some.isEmpty() ? null : some.getLast().id();
  }

  /// How many pairs all blocks have, about.
  long pairs() {
    return blocks.pairs();
  }

  Set<Long> large() {
    return blocks.large();
  }

  /// Shows the chosen ones of some blocks.
  ///
  /// @return the last key, null when there are no more
  @Nullable Long show(Training training, @Nullable Long after, double share, Set<Long> large) {
    Run run = blocks.after(after, key -> (key & 0xFFFF) < share * 0x10000);
    run.blocks().forEach(block -> training.show(block, large::contains));
    return run.through();
  }

  void learnt(UUID id, Model model) {
    duplicates.keep(tenant(), model, clock.instant());
    duplicates.scan(id).enter(ScanStatus.COMPARING, clock.instant());
  }

  Model model() {
    return duplicates.model().orElseGet(() -> Model.believed(duplicates.parties()));
  }

  /// Compares some more blocks.
  ///
  /// @return whether there may be more
  boolean compare(UUID id, Model model, Set<Long> large) {
    duplicates.queue(tenant());
    DuplicateScan scan = duplicates.scan(id);
    Run run = blocks.after(scan.afterKey(), key -> true);
    if (run.through() == null) {
      return false;
    }
    Noting noting = new Noting();
    long[] compared = {0};
    for (Block block : run.blocks()) {
      block.pairs(
          large::contains,
          (left, right) -> {
            compared[0]++;
            noting.add(Found.of(model, left, right));
          });
    }
    noting.end();
    scan.compared(run.through(), compared[0], noting.count, clock.instant());
    return true;
  }

  void complete(UUID id) {
    duplicates.queue(tenant());
    DuplicateScan scan = duplicates.scan(id);
    duplicates.dropOpenBefore(scan.startedAt());
    scan.complete(blocks.skipped(), clock.instant());
    duplicates.done(id);
    journal.record(
        Change.of("duplicate-scan", "completed", scan)
            .data(Map.of("foundCount", scan.view().foundCount())));
  }

  void fail(UUID id) {
    DuplicateScan scan = duplicates.scan(id);
    // Nobody compares those whose change the scan was to cover, unless it is noted again.
    if (scan.afterParty() != null) {
      duplicates.noteChanged(scan.afterParty());
    }
    scan.end(ScanStatus.FAILED, clock.instant());
    duplicates.done(id);
    journal.record(Change.of("duplicate-scan", "failed", scan));
  }

  boolean renew(UUID id, int attempt) {
    return duplicates.renew(id, attempt);
  }

  /// Compares some of the parties that have changed with those that share a key with them; not
  /// during a scan, which covers most of them itself and leaves the others for afterwards.
  ///
  /// @return whether there may be more
  boolean checkChanged() {
    if (duplicates.scanning()) {
      return false;
    }
    duplicates.queue(tenant());
    List<UUID> changed = duplicates.takeChanged(CHANGES);
    if (changed.isEmpty()) {
      return false;
    }
    List<Profile> known = profiles.of(changed);
    Set<UUID> erased = new HashSet<>(changed);
    known.forEach(each -> erased.remove(each.id()));
    profiles.forget(erased);
    List<Member> members = profiles.keep(tenant(), known);
    if (!members.isEmpty()) {
      Instant now = clock.instant();
      Model model = model();
      Noting noting = new Noting();
      for (Member member : members) {
        for (Profile candidate : blocks.candidates(member)) {
          noting.add(Found.of(model, member.profile(), candidate));
        }
      }
      noting.end();
      duplicates.dropOpenOf(members.stream().map(each -> each.profile().id()).toList(), now);
    }
    return true;
  }

  private String tenant() {
    return current.get().tenant();
  }

  /// Writes what is found some at a time: where many records are of one party, their pairs with the
  /// reasons for each would fill the memory.
  private final class Noting {

    private static final int AT_ONCE = 500;

    private final List<Found> found = new ArrayList<>();
    private int count;

    void add(@Nullable Found pair) {
      if (pair != null) {
        found.add(pair);
        count++;
        if (found.size() == AT_ONCE) {
          end();
        }
      }
    }

    void end() {
      duplicates.note(tenant(), found, clock.instant());
      found.clear();
    }
  }
}
