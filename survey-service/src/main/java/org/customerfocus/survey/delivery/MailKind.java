package org.customerfocus.survey.delivery;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// What an e-mail is.
enum MailKind implements WireEnum {
  INVITATION,
  REMINDER;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MailKind> {
    Column() {
      super(MailKind.class);
    }
  }
}
