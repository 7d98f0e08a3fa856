package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.peer.PeerClient;
import org.customerfocus.survey.permission.Permission;
import org.customerfocus.survey.permission.Silence;

/// Writes single e-mails to people on behalf of other features: as far as they may be written to,
/// to the address that is valid at that moment, and in the language that they like best.
///
/// Within no transaction: customer-service and the mail server are asked.
@ApplicationScoped
public class Notices {

  /// What consents name. Somebody who told us something has not refused to hear what became of it.
  private static final Permission FEEDBACK = new Permission("feedback", Silence.ALLOWS);

  private final MailServer server;
  private final Recipients recipients;
  private final Letters letters;
  private final PeerClient peer;

  Notices(MailServer server, Recipients recipients, Letters letters, PeerClient peer) {
    this.server = server;
    this.recipients = recipients;
    this.letters = letters;
    this.peer = peer;
  }

  /// What somebody is told.
  ///
  /// @param id makes the Message-ID, which stays the same however often it is sent
  /// @param party whom it is for
  /// @param title what it is about
  /// @param texts by language, plain, at least one
  public record Notice(UUID id, UUID party, String title, Map<String, String> texts) {}

  /// What came of it. A reason names no address.
  public sealed interface Became {

    /// The mail server has taken it.
    record Sent() implements Became {}

    /// It is worth another attempt.
    record Later(String why) implements Became {}

    /// This person is not written to.
    record Refused(String why) implements Became {}

    /// No e-mail leaves the platform, so that they are to be told otherwise.
    record Withheld(String why) implements Became {}
  }

  /// Sends it, once more where it was sent already.
  public Became send(Notice notice, Caller tenant) throws InterruptedException {
    if (!peer.configured()) {
      return new Became.Withheld("Addresses are customer-service's, which is not configured.");
    }
    Caller as =
        new Caller(
            tenant.tenant(), tenant.subject(), Set.of("customers:read"), null, tenant.test());
    try (MailRun run = server.open()) {
      String sender = recipients.sender(as).orElse(null);
      Outcome outcome =
          switch (recipients.find(notice.party(), FEEDBACK, null, as)) {
            case Recipient.Unreachable unreachable -> unreachable.because();
            case Recipient.Reachable person ->
                run.send(letters.write(notice, person, sender), tenant.test());
          };
      return switch (outcome) {
        case Outcome.Sent() -> new Became.Sent();
        case Outcome.Later later -> new Became.Later(later.why());
        case Outcome.Never never -> new Became.Refused(never.why());
        case Outcome.Cancelled cancelled -> new Became.Refused(cancelled.why());
        case Outcome.Withheld withheld -> new Became.Withheld(withheld.why());
      };
    } catch (IOException e) {
      return new Became.Later("The address cannot be asked for at the moment.");
    }
  }
}
