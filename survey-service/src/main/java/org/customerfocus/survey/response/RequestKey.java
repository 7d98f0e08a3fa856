package org.customerfocus.survey.response;

import jakarta.ws.rs.core.HttpHeaders;
import org.customerfocus.conventions.caller.Caller;
import org.jspecify.annotations.Nullable;

/// The `Idempotency-Key` of a request, with what it belongs to.
record RequestKey(String tenant, String subject, String operation, String value) {

  /// The key of this request, or null where it has none.
  static @Nullable RequestKey of(Caller caller, String operation, HttpHeaders headers) {
    String value = headers.getHeaderString("Idempotency-Key");
    return value == null
        ? null
        : new RequestKey(caller.tenant(), caller.subject(), operation, value);
  }
}
