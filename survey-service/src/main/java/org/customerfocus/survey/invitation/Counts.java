package org.customerfocus.survey.invitation;

/// How many invitations of a campaign have come how far. Who completed is counted in every step
/// before it, too.
public record Counts(
    long offered,
    long delivered,
    long opened,
    long started,
    long completed,
    long expired,
    long failed) {

  public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0);
}
