package org.customerfocus.customer.importing;

import org.jspecify.annotations.Nullable;

/// What the rows of one kind of file can say.
@FunctionalInterface
interface RowShape {

  /// Why the path leads to no field, or null when it does.
  @Nullable String fault(FieldPath path);
}
