package org.customerfocus.customer.reference;

/// What requests refer to by id.
public enum Target {
  PARTY("party"),
  CUSTOMER("customer"),
  OFFERING("offering"),
  TOUCHPOINT("touchpoint"),
  SEGMENT("segment"),
  NEED("need"),
  REQUIREMENT("requirement"),
  COMPETITOR("competitor");

  private final String table;

  Target(String table) {
    this.table = table;
  }

  String table() {
    return table;
  }

  /// What a client is told where an id names none.
  public String missing() {
    return "there is no such " + table;
  }
}
