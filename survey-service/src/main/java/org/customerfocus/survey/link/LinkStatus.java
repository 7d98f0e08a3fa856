package org.customerfocus.survey.link;

import java.util.List;
import org.customerfocus.conventions.wire.WireEnum;

/// Whether a link still leads anywhere. It follows from the times that the link has.
public enum LinkStatus implements WireEnum {
  OPEN,
  /// Its time is over; a later one opens it again.
  EXPIRED,
  /// Closed for good.
  CLOSED;

  /// What may be asked for next.
  List<LinkStatus> allowed() {
    return this == CLOSED ? List.of() : List.of(CLOSED);
  }
}
