package org.customerfocus.agreement.registry;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.jboss.logging.Logger;

/// Asks customer-service. Agreements are proposed and signed seldom, and on what it answers:
/// without an answer nothing is proposed or signed.
@ApplicationScoped
public class Registry {

  private static final Logger LOG = Logger.getLogger(Registry.class);

  private final PeerClient peer;
  private final CurrentCaller current;

  Registry(PeerClient peer, CurrentCaller current) {
    this.peer = peer;
    this.current = current;
  }

  /// What there is of what an agreement names, in one call.
  ///
  /// @throws ProblemException 503 when customer-service cannot be asked
  public Promised.Known known(Promised promised) {
    return ask("/internal/promise-checks", "promises:check", promised, Promised.Known.class);
  }

  /// Whether a person may sign.
  ///
  /// @throws ProblemException 503 when customer-service cannot be asked
  public Signing.Answer maySign(Signing signing) {
    return ask("/internal/signing-checks", "signatures:check", signing, Signing.Answer.class);
  }

  private <T> T ask(String path, String scope, Object question, Class<T> answer) {
    if (!peer.configured()) {
      throw unavailable();
    }
    Caller caller = current.get();
    Caller as =
        new Caller(caller.tenant(), "system:agreements", Set.of(scope), null, caller.test());
    try {
      return peer.ask(path, as, question, answer);
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
