package org.customerfocus.customer.supplychain;

import java.util.UUID;
import org.customerfocus.conventions.wire.WireEnum;

/// Which way a supply chain is followed.
public enum Direction implements WireEnum {
  /// To the providers, and theirs.
  UPSTREAM,
  /// To the customers, and theirs.
  DOWNSTREAM;

  /// The end of a link from which the walk comes.
  UUID near(Link link) {
    return this == DOWNSTREAM ? link.providerPartyId() : link.partyId();
  }

  /// The end of a link to which the walk goes.
  UUID far(Link link) {
    return this == DOWNSTREAM ? link.partyId() : link.providerPartyId();
  }
}
