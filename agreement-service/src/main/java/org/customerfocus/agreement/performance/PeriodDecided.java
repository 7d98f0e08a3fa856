package org.customerfocus.agreement.performance;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.agreement.attainment.AttainmentStatus;
import org.customerfocus.agreement.attainment.Tally;

/// A period that is over was counted, and came to something new: fired inside the transaction that
/// stores it, so that what follows from it is stored with it or not at all.
///
/// A period is decided as a draft when it ends and whenever its draft changes, then as final, and
/// again with each revision of what was final.
///
/// @param period its key, such as `2026-03`
/// @param start of the part of it in which the wording held
/// @param end exclusive
/// @param revision 0 for a draft, 1 when it becomes final, then one more each
/// @param numerator of the exact attainment, in the unit of the target: a share for shares and
///   percentiles
/// @param denominator 0 where there is no value
/// @param tally events, slices or microseconds by class
/// @param at when it was counted
public record PeriodDecided(
    UUID agreementId,
    UUID agreementVersionId,
    UUID commitmentId,
    UUID lineageId,
    String period,
    Instant start,
    Instant end,
    PeriodState state,
    int revision,
    AttainmentStatus status,
    BigDecimal numerator,
    BigDecimal denominator,
    Tally tally,
    Instant at) {}
