/// Segments: customers that a rule describes or that a list names, and who is in them.
@NullMarked
package org.customerfocus.customer.segment;

import org.jspecify.annotations.NullMarked;
