package org.customerfocus.survey.delivery;

import jakarta.persistence.Converter;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;

/// Where an e-mail is.
enum MailStatus implements WireEnum {
  /// Its time has not come, or the last attempt is to be repeated.
  WAITING,
  /// It is being handed to the mail server. Should the process die now, it is handed over again
  /// under the same Message-ID.
  SENDING,
  /// The mail server has taken it.
  SENT,
  /// It has not left the platform and will not: a test tenant's, or there is no mail server.
  WITHHELD,
  /// There was no more reason to send it.
  CANCELLED,
  /// It could not be sent.
  FAILED;

  @Converter(autoApply = true)
  static final class Column extends WireColumn<MailStatus> {
    Column() {
      super(MailStatus.class);
    }
  }
}
