package org.customerfocus.agreement.attainment;

/// What an instant or an event is to a promise. Each has exactly one class and the first match
/// wins, in the order in which they stand here; so the four always sum to the total.
public enum AttainmentClass {
  UNKNOWN,
  EXCLUDED,
  BAD,
  GOOD
}
