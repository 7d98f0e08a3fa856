package org.customerfocus.survey.satisfaction;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class SatisfactionLists {

  public static final Fields MEASURES = RequirementMeasureRepository.FIELDS;
  public static final Fields CHANGES = ScoreChangeRepository.FIELDS;

  private SatisfactionLists() {}
}
