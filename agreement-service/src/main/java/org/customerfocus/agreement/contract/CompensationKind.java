package org.customerfocus.agreement.contract;

import org.customerfocus.conventions.wire.WireEnum;

/// What the provider gets for it: money, or anything else of value.
public enum CompensationKind implements WireEnum {
  MONEY,
  DATA,
  ATTENTION,
  GOODS,
  SERVICE,
  MISSION_CONTRIBUTION,
  OTHER
}
