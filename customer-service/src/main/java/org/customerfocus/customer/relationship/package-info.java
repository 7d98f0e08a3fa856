/// Customers: dated relationships from a party to a provider, in one or more roles.
@NullMarked
package org.customerfocus.customer.relationship;

import org.jspecify.annotations.NullMarked;
