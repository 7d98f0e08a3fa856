package org.customerfocus.agreement.credit;

/// Something wrong with one tier.
///
/// @param tier its place in the list, from 0
/// @param member which of its members: `from`, `below`, or empty for all of it
public record TierFault(int tier, String member, String detail) {}
