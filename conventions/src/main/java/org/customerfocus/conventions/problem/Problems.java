package org.customerfocus.conventions.problem;

import java.util.List;

/// The problem types that every service can answer with.
public final class Problems {

  public static final ProblemType MALFORMED =
      new ProblemType(
          "malformed",
          "The request cannot be read",
          400,
          "The body is not the JSON that its Content-Type promises, or a value in it has not the"
              + " form of its type: a date that is no date, an identifier that is no UUID, an"
              + " enumeration value that is none. The detail says where. Correct it and send again.");

  public static final ProblemType INVALID_PARAMETER =
      new ProblemType(
          "invalid-parameter",
          "A parameter cannot be read",
          400,
          "A path, query or header parameter has not the form of its type. The errors name the"
              + " parameter and what it should look like.");

  public static final ProblemType INVALID_CURSOR =
      new ProblemType(
          "invalid-cursor",
          "The cursor does not belong to this list",
          400,
          "A cursor continues exactly the list that it came from: same path, same filter, same"
              + " sort. Start again without a cursor.");

  public static final ProblemType UNAUTHENTICATED =
      new ProblemType(
          "unauthenticated",
          "The credential is missing or not valid",
          401,
          "Every operation needs an API key or token in the header Authorization: Bearer. The one"
              + " that was sent is absent, unknown, expired or revoked.");

  public static final ProblemType FORBIDDEN =
      new ProblemType(
          "forbidden",
          "The credential does not allow this",
          403,
          "The credential is valid but lacks a scope that the operation declares. Use a key that"
              + " has it, or ask an administrator for one.");

  public static final ProblemType NOT_FOUND =
      new ProblemType(
          "not-found",
          "There is no such resource",
          404,
          "Nothing exists at this address for the tenant of the credential.");

  public static final ProblemType METHOD_NOT_ALLOWED =
      new ProblemType(
          "method-not-allowed",
          "The resource does not support this method",
          405,
          "The header Allow lists the methods that the resource supports.");

  public static final ProblemType NOT_ACCEPTABLE =
      new ProblemType(
          "not-acceptable",
          "The resource has no representation of the wanted kind",
          406,
          "Ask for application/json. Other formats are resources of their own, such as"
              + " results.csv.");

  public static final ProblemType CONFLICT =
      new ProblemType(
          "conflict",
          "The request conflicts with what is stored",
          409,
          "Something that must be unique exists already, or the state of the resource does not"
              + " allow the change. The detail says which.");

  public static final ProblemType IN_USE =
      new ProblemType(
          "in-use",
          "The resource is still referred to",
          409,
          "Only what nothing refers to can be deleted. The detail names what does.");

  public static final ProblemType TRANSITION_NOT_ALLOWED =
      new ProblemType(
          "transition-not-allowed",
          "The status cannot change that way",
          409,
          "The allowedStatuses of the resource list what may come next.");

  public static final ProblemType KEY_IN_USE =
      new ProblemType(
          "idempotency-key-in-use",
          "A request with this Idempotency-Key is still running",
          409,
          "Wait a moment and send the same request again: it then gets the first one's answer.");

  public static final ProblemType PRECONDITION_FAILED =
      new ProblemType(
          "precondition-failed",
          "The resource has changed since it was read",
          412,
          "The If-Match header names a version that is no longer the current one. Read the resource"
              + " again, look at what changed, and repeat the change with the new ETag.");

  public static final ProblemType TOO_LARGE =
      new ProblemType(
          "too-large",
          "The request is too large",
          413,
          "The body is over the limit: 4 MiB of JSON, unless whoever runs the platform chose another."
              + " Send less at once: a smaller batch, or an import.");

  public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
      new ProblemType(
          "unsupported-media-type",
          "The body is of a kind that the operation does not read",
          415,
          "Send application/json, or application/merge-patch+json to PATCH.");

  public static final ProblemType INVALID =
      new ProblemType(
          "invalid",
          "The request is not acceptable",
          422,
          "The request can be read, but its content breaks a rule. Each entry of errors names a"
              + " field by JSON Pointer and says what is wrong with it.");

  public static final ProblemType KEY_REUSED =
      new ProblemType(
          "idempotency-key-reused",
          "The Idempotency-Key was used for another request",
          422,
          "A key stands for one request. Send the very same body to repeat it, or choose a new key"
              + " for a new request.");

  public static final ProblemType PRECONDITION_REQUIRED =
      new ProblemType(
          "precondition-required",
          "The change needs an If-Match header",
          428,
          "Send the ETag that the resource was read with as If-Match, so that nobody's change is"
              + " overwritten unseen; If-Match: * changes whatever is there.");

  public static final ProblemType TOO_MANY_REQUESTS =
      new ProblemType(
          "too-many-requests",
          "Too many requests",
          429,
          "The header Retry-After says when to try again.");

  public static final ProblemType INTERNAL =
      new ProblemType(
          "internal",
          "The platform failed",
          500,
          "This is a fault of ours. Tell us the requestId, under which the logs have the cause.");

  public static final ProblemType BAD_GATEWAY =
      new ProblemType(
          "bad-gateway",
          "A service did not answer properly",
          502,
          "The service behind this address could not be reached or broke off. Try again; a POST"
              + " with an Idempotency-Key can be repeated safely.");

  public static final ProblemType UNAVAILABLE =
      new ProblemType(
          "unavailable",
          "The service is overloaded or starting",
          503,
          "The header Retry-After says when to try again. Large bodies are read a few at a time:"
              + " send them one after another, or in smaller parts.");

  public static final ProblemType TIMEOUT =
      new ProblemType(
          "timeout",
          "A service took too long",
          504,
          "The service behind this address did not answer in time. The work may have been done: a"
              + " POST with an Idempotency-Key can be repeated safely.");

  static final List<ProblemType> ALL =
      List.of(
          MALFORMED,
          INVALID_PARAMETER,
          INVALID_CURSOR,
          UNAUTHENTICATED,
          FORBIDDEN,
          NOT_FOUND,
          METHOD_NOT_ALLOWED,
          NOT_ACCEPTABLE,
          CONFLICT,
          IN_USE,
          TRANSITION_NOT_ALLOWED,
          KEY_IN_USE,
          PRECONDITION_FAILED,
          TOO_LARGE,
          UNSUPPORTED_MEDIA_TYPE,
          INVALID,
          KEY_REUSED,
          PRECONDITION_REQUIRED,
          TOO_MANY_REQUESTS,
          INTERNAL,
          BAD_GATEWAY,
          UNAVAILABLE,
          TIMEOUT);

  private Problems() {}
}
