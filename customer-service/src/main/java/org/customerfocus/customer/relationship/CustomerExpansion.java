package org.customerfocus.customer.relationship;

import org.customerfocus.conventions.wire.WireEnum;

/// What a list of customers shows in short besides its id.
public enum CustomerExpansion implements WireEnum {
  PARTY,
  PROVIDER
}
