/// Finding records of one party: scans, checks of what changes, and the queue in which people judge
/// what was found. Nothing is merged here.
@NullMarked
package org.customerfocus.customer.duplicate;

import org.jspecify.annotations.NullMarked;
