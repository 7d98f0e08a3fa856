/// What customers need and require: why they come, and what decides whether they leave satisfied;
/// from what it is known, how much it matters to whom, and how far it is met.
@NullMarked
package org.customerfocus.customer.need;

import org.jspecify.annotations.NullMarked;
