/// Service calendars: when a service is there, and what an hour of it is.
@NullMarked
package org.customerfocus.agreement.calendar;

import org.jspecify.annotations.NullMarked;
