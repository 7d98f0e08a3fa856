package org.customerfocus.customer.competition;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class CompetitionLists {

  public static final Fields COMPETITORS = CompetitionRepository.COMPETITORS;

  public static final Fields COMPARISONS = CompetitionRepository.COMPARISONS;

  private CompetitionLists() {}
}
