/// What is offered: products, programs and services, in the customer's words. Other resources name
/// the offering that they are about.
@NullMarked
package org.customerfocus.customer.offering;

import org.jspecify.annotations.NullMarked;
