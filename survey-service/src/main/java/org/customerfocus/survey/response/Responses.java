package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Records responses that were found valid; submissions and imports come through here.
@ApplicationScoped
public class Responses {

  private final RecordingRepository responses;

  Responses(RecordingRepository responses) {
    this.responses = responses;
  }

  /// Records them within the running transaction, each external reference once a survey.
  ///
  /// @return the ids of those that were not there already
  public Set<UUID> record(List<NewResponse> these) {
    return responses.insert(these);
  }
}
