package org.customerfocus.survey.caserule;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a rule is over.
@Schema(name = "CaseRuleSource")
enum RuleSource implements WireEnum {
  RESPONSES,
  FEEDBACK;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<RuleSource> {
    Column() {
      super(RuleSource.class);
    }
  }
}
