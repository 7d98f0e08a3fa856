/// Formulas of loyalty: pure functions over what SQL has counted.
@NullMarked
package org.customerfocus.customer.statistics;

import org.jspecify.annotations.NullMarked;
