/// Whether what a request refers to exists.
@NullMarked
package org.customerfocus.customer.reference;

import org.jspecify.annotations.NullMarked;
