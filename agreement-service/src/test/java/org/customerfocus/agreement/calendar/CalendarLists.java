package org.customerfocus.agreement.calendar;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CalendarLists {

  public static final Fields FIELDS = CalendarRepository.FIELDS;

  private CalendarLists() {}
}
