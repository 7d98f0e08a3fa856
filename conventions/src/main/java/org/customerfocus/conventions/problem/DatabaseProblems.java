package org.customerfocus.conventions.problem;

import jakarta.persistence.OptimisticLockException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/// What the database refuses, as the problem it is for the client.
public final class DatabaseProblems {

  private DatabaseProblems() {}

  /// The problem behind a failure, or null when it is none that a client could do something about.
  public static @Nullable ProblemException translate(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException problem) {
        return problem;
      }
      if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
        return new ProblemException(
            Problems.PRECONDITION_FAILED,
            "Another change came first. Read the resource again and repeat yours.");
      }
      if (cause instanceof SQLException sql) {
        // A batch wraps the refusal, and the wrapper knows neither table nor detail.
        ProblemException problem =
            of(
                sql instanceof BatchUpdateException && sql.getNextException() != null
                    ? sql.getNextException()
                    : sql);
        if (problem != null) {
          return problem;
        }
      }
    }
    return null;
  }

  private static @Nullable ProblemException of(SQLException sql) {
    String state = sql.getSQLState() == null ? "" : sql.getSQLState();
    return switch (state) {
      case "23505" ->
          new ProblemException(Problems.CONFLICT, "Something that must be unique exists already.");
      case "23503" -> reference(sql);
      case "23514" ->
          new ProblemException(Problems.CONFLICT, "The change breaks a rule of what is stored.");
      case "22001", "22003", "22007", "22008", "22021", "22P02", "22P05" ->
          new ProblemException(
              Problems.INVALID, "A value of the request is beyond what can be kept.");
      case "40001", "40P01", "55P03" ->
          new ProblemException(Problems.UNAVAILABLE, "The change met another one. Send it again.")
              .header("Retry-After", "1");
      case "57P01", "57P02", "57P03", "53300", "57014", "25P04" -> unavailable();
      default -> state.startsWith("08") || isAcquisitionTimeout(sql) ? unavailable() : null;
    };
  }

  // PostgreSQL names the referring table in both cases; its detail tells them apart.
  private static ProblemException reference(SQLException sql) {
    ServerErrorMessage message =
        sql instanceof PSQLException refused ? refused.getServerErrorMessage() : null;
    String detail = message == null ? null : message.getDetail();
    if (message != null && detail != null && detail.contains("still referenced")) {
      return new ProblemException(
          Problems.IN_USE,
          "It is still referred to by: %s."
              .formatted(String.valueOf(message.getTable()).replace('_', ' ')));
    }
    return new ProblemException(
        Problems.CONFLICT, "The request refers to something that does not exist.");
  }

  // The connection pool gives its time-out no SQL state of its own.
  private static boolean isAcquisitionTimeout(SQLException sql) {
    return sql.getMessage() != null && sql.getMessage().contains("cquisition timeout");
  }

  private static ProblemException unavailable() {
    return new ProblemException(
            Problems.UNAVAILABLE, "The database is busy or restarting. Try again shortly.")
        .header("Retry-After", "2");
  }
}
