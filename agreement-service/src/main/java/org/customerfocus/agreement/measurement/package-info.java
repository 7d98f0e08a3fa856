/// What happened, reported by its sources exactly once.
@NullMarked
package org.customerfocus.agreement.measurement;

import org.jspecify.annotations.NullMarked;
