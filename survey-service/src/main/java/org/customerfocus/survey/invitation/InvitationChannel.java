package org.customerfocus.survey.invitation;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// How an invitation reaches a person.
public enum InvitationChannel implements WireEnum {
  /// The platform sends it as a message.
  EMAIL,
  /// Whoever runs the campaign hands over the person's own link.
  PERSONAL_LINK,
  /// A program asks for the invitation and submits the response itself.
  API;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<InvitationChannel> {
    Column() {
      super(InvitationChannel.class);
    }
  }
}
