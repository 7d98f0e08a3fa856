package org.customerfocus.survey.permission;

import org.customerfocus.conventions.wire.WireEnum;

/// What it means that a person said nothing about being asked.
public enum Silence implements WireEnum {
  /// Whoever has not refused may be asked.
  ALLOWS,
  /// Only who has agreed may be asked.
  REFUSES
}
