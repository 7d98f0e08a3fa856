package org.customerfocus.conventions.token;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import org.customerfocus.conventions.caller.Authenticator;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Services trust nothing but a valid internal token, even inside the cluster.
@ApplicationScoped
@DefaultBean
class InternalTokenAuthenticator implements Authenticator {

  private final TokenVerifier verifier;

  InternalTokenAuthenticator(TokenVerifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Caller authenticate(String credential) {
    return verifier
        .verify(credential)
        .orElseThrow(
            () ->
                new ProblemException(
                    Problems.UNAUTHENTICATED,
                    "The token is expired, malformed, or signed by an unknown key."));
  }
}
