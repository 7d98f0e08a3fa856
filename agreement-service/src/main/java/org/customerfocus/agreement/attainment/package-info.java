/// What was kept of a promise: calendar periods, classes, attainment and error budgets.
///
/// Plain Java with no framework. Every quantity is exact: counts and microseconds are whole
/// numbers, targets and budgets are decimals, and a fraction is compared by cross-multiplication,
/// so that no status ever hangs on a rounding.
///
/// Events are counted in SQL. [EventClassifier] defines that count in plain words and the SQL is
/// tested against it, on random histories; states and timers are counted here ([StateTimeline],
/// [Timer]).
@NullMarked
package org.customerfocus.agreement.attainment;

import org.jspecify.annotations.NullMarked;
