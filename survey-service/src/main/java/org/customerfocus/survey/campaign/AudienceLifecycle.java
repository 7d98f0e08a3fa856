package org.customerfocus.survey.campaign;

import org.customerfocus.conventions.wire.WireEnum;

/// Where the relationship with a customer is.
enum AudienceLifecycle implements WireEnum {
  POTENTIAL,
  CURRENT,
  FORMER
}
