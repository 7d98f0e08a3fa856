/// The competitive environment: who else provides what our customers could turn to, and how we
/// compare with them on what decides whether customers are satisfied.
@NullMarked
package org.customerfocus.customer.competition;

import org.jspecify.annotations.NullMarked;
