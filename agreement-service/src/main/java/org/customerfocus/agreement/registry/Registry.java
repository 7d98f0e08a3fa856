package org.customerfocus.agreement.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import org.customerfocus.agreement.registry.OpenQuestion.Question;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;

/// What customer-service answers, for commands that are marked [AsksRegistry]. Agreements are
/// proposed and signed seldom, and on what it answers: without an answer nothing is proposed or
/// signed.
@ApplicationScoped
public class Registry {

  private static final Logger LOG = Logger.getLogger(Registry.class);

  private final PeerClient peer;
  private final CurrentCaller current;
  private final Consultation consultation;

  Registry(PeerClient peer, CurrentCaller current, Consultation consultation) {
    this.peer = peer;
    this.current = current;
    this.consultation = consultation;
  }

  /// What there is of what an agreement names, in one call.
  ///
  /// @throws ProblemException 503 when customer-service cannot be asked
  public Promised.Known known(Promised promised) {
    return answer(
        new Question<>(
            "/internal/promise-checks", "promises:check", promised, Promised.Known.class));
  }

  /// Whether a person may sign.
  ///
  /// @throws ProblemException 503 when customer-service cannot be asked
  public Signing.Answer maySign(Signing signing) {
    return answer(
        new Question<>(
            "/internal/signing-checks", "signatures:check", signing, Signing.Answer.class));
  }

  private <T> T answer(Question<T> question) {
    Object answer = consultation.answer(question);
    if (answer == null) {
      throw new OpenQuestion(question);
    }
    return question.answer().cast(answer);
  }

  /// Asks, and keeps the answer for the rest of the request.
  void ask(Question<?> question) {
    if (!peer.configured()) {
      throw unavailable();
    }
    Caller caller = current.get();
    Caller as =
        new Caller(
            caller.tenant(), "system:agreements", Set.of(question.scope()), null, caller.test());
    try {
      consultation.answered(
          question, peer.ask(question.path(), as, question.asked(), question.answer()));
    } catch (IOException e) {
      LOG.warnf("The registry cannot be asked: %s", e);
      throw unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable();
    }
  }

  private static ProblemException unavailable() {
    return new ProblemException(
            Problems.UNAVAILABLE,
            "The registry of customers cannot be asked at the moment. Nothing has changed: send it"
                + " again.")
        .header("Retry-After", "2");
  }
}
