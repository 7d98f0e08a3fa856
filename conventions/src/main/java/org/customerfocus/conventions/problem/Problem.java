package org.customerfocus.conventions.problem;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem as it is answered: `application/problem+json`, RFC 9457.
///
/// @param type a URL, relative to the platform's own, that leads to an explanation
/// @param detail what happened this time and what to do about it
/// @param instance the path of the request
/// @param requestId the `X-Request-Id` under which the logs tell more
/// @param errors the fields at fault, for requests that did not pass validation
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String requestId,
    @Nullable List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  public static Problem of(
      ProblemType type, String detail, String instance, String requestId, List<FieldError> errors) {
    return new Problem(
        type.uri(),
        type.title(),
        type.status(),
        detail,
        instance,
        requestId,
        errors.isEmpty() ? null : errors);
  }
}
