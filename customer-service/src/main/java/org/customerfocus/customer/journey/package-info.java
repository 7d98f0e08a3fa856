/// Journeys: what customers go through, step by step, and the touchpoints at which they meet the
/// provider.
@NullMarked
package org.customerfocus.customer.journey;

import org.jspecify.annotations.NullMarked;
