package org.customerfocus.survey.link;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// For whom a link is.
public enum LinkKind implements WireEnum {
  /// For everybody who has it, any number of times: on a poster, in a shop, in a web page.
  OPEN,
  /// For the one person who was invited, once.
  PERSONAL;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<LinkKind> {
    Column() {
      super(LinkKind.class);
    }
  }
}
