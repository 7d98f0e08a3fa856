package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// All responses to a survey version, a page at a time: what files of them are made from.
@ApplicationScoped
public class RecordedResponses {

  private final ResponseRepository responses;

  RecordedResponses(ResponseRepository responses) {
    this.responses = responses;
  }

  /// The next ones in the order of their ids. What was loaded for the page before is let go, so
  /// that memory does not grow with their number.
  ///
  /// @param after the last one of the page before, or null for the first page
  public List<ResponseView> page(UUID surveyVersionId, @Nullable UUID after, int size) {
    return responses.page(surveyVersionId, after, size);
  }
}
