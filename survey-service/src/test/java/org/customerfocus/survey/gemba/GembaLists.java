package org.customerfocus.survey.gemba;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class GembaLists {

  public static final Fields VISITS = GembaRepository.VISITS;
  public static final Fields VISITORS = GembaRepository.VISITORS;

  private GembaLists() {}
}
