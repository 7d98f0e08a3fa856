package org.customerfocus.agreement.contract;

import jakarta.persistence.Converter;
import org.customerfocus.agreement.attainment.Comparator;
import org.customerfocus.agreement.attainment.CountedHours;
import org.customerfocus.agreement.attainment.ExclusionEffect;
import org.customerfocus.agreement.attainment.PeriodBy;
import org.customerfocus.agreement.attainment.UnknownAs;
import org.customerfocus.conventions.wire.WireColumn;

/// How the rules of attainment, which know no database, are stored.
final class RuleColumns {

  private RuleColumns() {}

  @Converter(autoApply = true)
  static final class Comparators extends WireColumn<Comparator> {
    Comparators() {
      super(Comparator.class);
    }
  }

  @Converter(autoApply = true)
  static final class Effects extends WireColumn<ExclusionEffect> {
    Effects() {
      super(ExclusionEffect.class);
    }
  }

  @Converter(autoApply = true)
  static final class Hours extends WireColumn<CountedHours> {
    Hours() {
      super(CountedHours.class);
    }
  }

  @Converter(autoApply = true)
  static final class Periods extends WireColumn<PeriodBy> {
    Periods() {
      super(PeriodBy.class);
    }
  }

  @Converter(autoApply = true)
  static final class Unknowns extends WireColumn<UnknownAs> {
    Unknowns() {
      super(UnknownAs.class);
    }
  }
}
