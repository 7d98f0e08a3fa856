package org.customerfocus.survey.delivery;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An e-mail, ready to be sent.
///
/// @param mail makes its Message-ID, which stays the same however often it is sent
/// @param to the address; in memory only
/// @param language BCP 47, of the text
/// @param unsubscribe where one `POST` ends it (RFC 8058); null for what is written once
/// @param sender whom it is from, by name
record Letter(
    UUID mail,
    @Nullable String sender,
    String to,
    String toName,
    String subject,
    String text,
    String html,
    String language,
    @Nullable String unsubscribe) {

  /// Names everything but the person.
  @Override
  public String toString() {
    return "Letter[" + mail + "]";
  }
}
