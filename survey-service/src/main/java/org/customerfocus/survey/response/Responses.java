package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.customerfocus.conventions.caller.CurrentCaller;

/// Records responses that were found valid; submissions and imports come through here.
@ApplicationScoped
public class Responses {

  private final RecordingRepository responses;
  private final Anonymity anonymity;
  private final CurrentCaller caller;

  Responses(RecordingRepository responses, Anonymity anonymity, CurrentCaller caller) {
    this.responses = responses;
    this.anonymity = anonymity;
    this.caller = caller;
  }

  /// Records them within the running transaction, each external reference once a survey. Of those
  /// to anonymous surveys only that is kept which tells nobody.
  ///
  /// @return the ids of those that were not there already
  public Set<UUID> record(List<NewResponse> these) {
    return insert(these.stream().map(anonymity::apply).toList());
  }

  /// Records what may be kept as it is.
  Set<UUID> insert(List<NewResponse> kept) {
    Set<UUID> recorded = responses.insert(kept);
    noteDays(kept.stream().filter(each -> recorded.contains(each.id())).toList());
    return recorded;
  }

  /// Notes the days of those that were anonymous and are whole.
  private void noteDays(List<NewResponse> recorded) {
    Set<LocalDate> days = new TreeSet<>();
    for (NewResponse each : recorded) {
      if (each.anonymous() && each.status().counts()) {
        days.add(LocalDate.ofInstant(each.recordedAt(), ZoneOffset.UTC));
      }
    }
    noteDays(days);
  }

  void noteDays(Set<LocalDate> days) {
    if (!days.isEmpty()) {
      responses.noteDays(days, caller.get().test());
    }
  }
}
