package org.customerfocus.customer.merge;

import org.customerfocus.conventions.wire.WireEnum;

/// Why a row of the merged party was not simply moved.
enum MergeReason implements WireEnum {
  /// Two rows that may exist once only, such as two relationships with one provider, became one.
  ONE_OF_A_KIND,
  /// The survivor has the very same.
  SAME_CONTENT,
  /// It related the two to each other, and nobody is related to itself.
  RELATED_THE_TWO,
  /// A history has one line: the one that belongs to the value that stands.
  ONE_HISTORY
}
