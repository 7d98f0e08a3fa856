package org.customerfocus.agreement.timer;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class TimerEventLists {

  public static final Fields FIELDS = TimerEventRepository.FIELDS;

  private TimerEventLists() {}
}
