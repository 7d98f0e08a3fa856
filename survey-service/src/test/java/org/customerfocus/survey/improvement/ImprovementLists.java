package org.customerfocus.survey.improvement;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ImprovementLists {

  public static final Fields IMPROVEMENTS = ImprovementRepository.IMPROVEMENTS;
  public static final Fields VERIFICATIONS = ImprovementRepository.VERIFICATIONS;
  public static final Fields NOTIFICATIONS = ImprovementRepository.NOTIFICATIONS;

  private ImprovementLists() {}
}
