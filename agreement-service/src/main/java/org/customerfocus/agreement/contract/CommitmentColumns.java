package org.customerfocus.agreement.contract;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.JsonColumn;

/// The parts of a commitment that are read and written whole.
final class CommitmentColumns {

  private CommitmentColumns() {}

  @Converter(autoApply = true)
  static final class Windows extends JsonColumn<CommitmentWindow> {
    Windows() {
      super(new TypeReference<>() {});
    }
  }

  @Converter(autoApply = true)
  static final class Budgetings extends JsonColumn<CommitmentBudgeting> {
    Budgetings() {
      super(new TypeReference<>() {});
    }
  }

  @Converter(autoApply = true)
  static final class Surveys extends JsonColumn<CommitmentSurvey> {
    Surveys() {
      super(new TypeReference<>() {});
    }
  }

  @Converter(autoApply = true)
  static final class Conditions extends JsonColumn<QualifyingCondition> {
    Conditions() {
      super(new TypeReference<>() {});
    }
  }

  @Converter(autoApply = true)
  static final class Credits extends JsonColumn<CreditTerms> {
    Credits() {
      super(new TypeReference<>() {});
    }
  }
}
