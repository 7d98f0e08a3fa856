package org.customerfocus.agreement.ingest;

import org.customerfocus.conventions.wire.WireEnum;

/// What became of one report.
public enum ReportStatus implements WireEnum {
  /// It is recorded.
  CREATED,
  /// It brought the outcome of what was open.
  UPDATED,
  /// It was recorded before; nothing changed.
  DUPLICATE,
  /// Another report of the same source and sourceId is recorded, and stays.
  CONFLICT,
  /// It breaks a rule; the errors say which.
  REFUSED
}
