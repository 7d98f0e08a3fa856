/// Whole lists of the registry as files that an import reads back.
@NullMarked
package org.customerfocus.customer.exporting;

import org.jspecify.annotations.NullMarked;
