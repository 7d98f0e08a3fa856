/// Supply chains: who provides whom, over customer relationships, always relative to a party and as
/// of a date.
@NullMarked
package org.customerfocus.customer.supplychain;

import org.jspecify.annotations.NullMarked;
