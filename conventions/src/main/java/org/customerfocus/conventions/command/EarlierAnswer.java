package org.customerfocus.conventions.command;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.Response;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// For an operation whose work is of many transactions, each of which may be done again without
/// harm: whether it was done before is asked ahead, and a [Command] at its end keeps the answer.
@RequestScoped
public class EarlierAnswer {

  private final IdempotentAnswers answers;

  EarlierAnswer(IdempotentAnswers answers) {
    this.answers = answers;
  }

  /// Whether the request has an `Idempotency-Key`.
  ///
  /// @throws ProblemException 400 for one that is none
  public boolean isAskedFor() {
    return answers.key() != null;
  }

  /// The stored answer of an earlier request with this key, or null.
  ///
  /// @throws ProblemException 409 while that one stores its answer, 422 when it was another request
  public @Nullable Response find() {
    IdempotentAnswers.Key key = answers.key();
    return key == null ? null : QuarkusTransaction.requiringNew().call(() -> answers.find(key));
  }
}
