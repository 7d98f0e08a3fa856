/// Loyalty: what customers buy again, and whom they bring.
@NullMarked
package org.customerfocus.customer.loyalty;

import org.jspecify.annotations.NullMarked;
