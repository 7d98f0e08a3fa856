package org.customerfocus.customer.journey;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class JourneyLists {

  public static final Fields TOUCHPOINTS = TouchpointRepository.FIELDS;
  public static final Fields JOURNEYS = JourneyRepository.FIELDS;

  private JourneyLists() {}
}
