/// Interactions of customers with the provider, and the time line of everything that happened with
/// a customer.
@NullMarked
package org.customerfocus.customer.interaction;

import org.jspecify.annotations.NullMarked;
