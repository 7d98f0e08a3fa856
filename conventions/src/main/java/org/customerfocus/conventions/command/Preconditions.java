package org.customerfocus.conventions.command;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jspecify.annotations.Nullable;

/// The `If-Match` and `If-None-Match` headers of a change.
@RequestScoped
public class Preconditions {

  @Context HttpHeaders headers;

  /// Demands that the client has seen the current version.
  ///
  /// @throws ProblemException 428 without an `If-Match`, 412 when it names another version
  public void requireMatch(long version) {
    String ifMatch = ifMatch();
    if (ifMatch == null) {
      throw new ProblemException(
          Problems.PRECONDITION_REQUIRED,
          "Send If-Match with the ETag that the resource was read with, or If-Match: *.");
    }
    requireMatch(ifMatch, version);
  }

  /// For a by-reference `PUT`: an `If-Match` must match, `If-None-Match: *` refuses what exists,
  /// and without either the resource is made or replaced.
  ///
  /// @param version the current version, or null where there is no resource yet
  public void requireUpsert(@Nullable Long version) {
    String ifMatch = ifMatch();
    if (ifMatch != null) {
      if (version == null) {
        throw stale();
      }
      requireMatch(ifMatch, version);
    }
    if (version != null && "*".equals(headers.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
      throw new ProblemException(
          Problems.PRECONDITION_FAILED,
          "The resource exists already, and If-None-Match: * was sent.");
    }
  }

  private @Nullable String ifMatch() {
    return headers.getHeaderString(HttpHeaders.IF_MATCH);
  }

  private static void requireMatch(String ifMatch, long version) {
    String current = "\"" + version + "\"";
    boolean matches =
        Arrays.stream(ifMatch.split(","))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(current));
    if (!matches) {
      throw stale();
    }
  }

  private static ProblemException stale() {
    return new ProblemException(
        Problems.PRECONDITION_FAILED,
        "The resource is not at the version that If-Match names. Read it again and repeat the"
            + " change.");
  }
}
