package org.customerfocus.gateway.contract;

/// Two documents cannot be one: the message names what they disagree on and both owners, so that
/// whoever meets it knows where to change which name.
public final class ContractConflict extends RuntimeException {

  public ContractConflict(String message) {
    super(message);
  }
}
