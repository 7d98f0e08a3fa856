package org.customerfocus.survey.campaign;

import org.customerfocus.conventions.wire.WireEnum;

/// What a population is divided by before the draw.
enum StratifyBy implements WireEnum {
  ROLE,
  SEGMENT,
  ORGANIZATION,
  LIFECYCLE
}
