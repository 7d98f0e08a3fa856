package org.customerfocus.conventions.caller;

/// Turns the credential of an `Authorization: Bearer` header into a caller. Services accept
/// internal tokens alone; the gateway accepts what its users hold.
public interface Authenticator {

  /// @throws org.customerfocus.conventions.problem.ProblemException 401 when it is not valid
  Caller authenticate(String credential);
}
