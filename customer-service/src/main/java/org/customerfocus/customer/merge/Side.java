package org.customerfocus.customer.merge;

import org.customerfocus.conventions.wire.WireEnum;

/// Which of the two a value comes from.
enum Side implements WireEnum {
  SURVIVOR,
  MERGED
}
