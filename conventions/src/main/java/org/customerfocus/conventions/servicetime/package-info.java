/// Service time: how long something took, and when it is due, counted while somebody is there to do
/// it. Pure calculations over weekly hours, holidays, exceptions and pauses in a time zone.
@NullMarked
package org.customerfocus.conventions.servicetime;

import org.jspecify.annotations.NullMarked;
