package org.customerfocus.survey.statistics;

/// How many of those who were asked have answered.
///
/// @param offered who was asked
/// @param undeliverable whom the question never reached
/// @param completed who answered to the end
public record ResponseRate(long offered, long undeliverable, long completed) {

  /// Whether anybody was reached, so that there is a rate.
  public boolean exists() {
    return offered > undeliverable;
  }

  /// completed / (offered − undeliverable), with Wilson's interval.
  public Proportion proportion() {
    return Proportion.of(completed, offered - undeliverable);
  }
}
