package org.customerfocus.survey.delivery;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/// Some e-mails, one after the other. What the server answers is told by its codes alone: its words
/// may quote the address.
final class MailRun implements AutoCloseable {

  private final MailConfig config;
  private final Session session;
  private final Writer writer;
  private @Nullable Transport transport;

  MailRun(MailConfig config, Session session, Writer writer) {
    this.config = config;
    this.session = session;
    this.writer = writer;
  }

  /// Makes a message of a letter.
  interface Writer {
    MimeMessage message(Letter letter) throws MessagingException;
  }

  /// @param test whether it is a test tenant's: these never leave the platform
  Outcome send(Letter letter, boolean test) {
    MimeMessage message;
    try {
      message = writer.message(letter);
    } catch (AddressException e) {
      return new Outcome.Never("The person's e-mail address is none.");
    } catch (MessagingException e) {
      return new Outcome.Never("The message could not be written.");
    }
    if (test) {
      return withhold(letter, message, "E-mails of a test tenant do not leave the platform.");
    }
    if (config.host().isEmpty() || config.from().isEmpty()) {
      return withhold(
          letter,
          message,
          "No mail server is configured: set customerfocus.mail.host and customerfocus.mail.from.");
    }
    return handOver(message);
  }

  private Outcome handOver(MimeMessage message) {
    try {
      connected().sendMessage(message, message.getAllRecipients());
      return new Outcome.Sent();
    } catch (MessagingException e) {
      // After a failure nothing is known of the connection.
      close();
      return failure(e);
    }
  }

  private Transport connected() throws MessagingException {
    if (transport == null || !transport.isConnected()) {
      close();
      Transport opened = session.getTransport("smtp");
      opened.connect(
          config.host().orElseThrow(),
          config.port(),
          config.username().orElse(null),
          config.password().orElse(null));
      transport = opened;
    }
    return transport;
  }

  /// What the server says of the recipient (5xx) is final; of anything else it may think better.
  private static Outcome failure(MessagingException failure) {
    for (Throwable each = failure; each != null; each = next(each)) {
      switch (each) {
        case SMTPAddressFailedException refused -> {
          return ofRecipient(refused.getReturnCode());
        }
        case SMTPSenderFailedException refused -> {
          return new Outcome.Later(
              "The mail server refuses the sender's address (%d)."
                  .formatted(refused.getReturnCode()),
              true);
        }
        case SMTPSendFailedException refused when refused.getNextException() == null -> {
          return ofMessage(refused.getReturnCode());
        }
        case AuthenticationFailedException refused -> {
          return new Outcome.Later("The mail server refuses the login.", true);
        }
        default -> {
          // The one behind it may know more.
        }
      }
    }
    return new Outcome.Later("The mail server cannot be reached, or has broken off.", true);
  }

  private static Outcome ofRecipient(int code) {
    return code >= 500
        ? new Outcome.Never("The mail server refuses the recipient (%d).".formatted(code))
        : new Outcome.Later(
            "The mail server takes nothing for this recipient now (%d).".formatted(code), false);
  }

  private static Outcome ofMessage(int code) {
    return code >= 550
        ? new Outcome.Never("The mail server refuses the message (%d).".formatted(code))
        : new Outcome.Later("The mail server takes no message now (%d).".formatted(code), false);
  }

  private static @Nullable Throwable next(Throwable failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  /// Says that it was not sent; and writes it to the folder, where there is one, to be looked at.
  private Outcome withhold(Letter letter, MimeMessage message, String why) {
    Path folder = config.directory().orElse(null);
    if (folder == null) {
      return new Outcome.Withheld(why);
    }
    String name = letter.mail() + ".eml";
    try {
      Files.createDirectories(folder);
      Path making = Files.createTempFile(folder, ".", ".making");
      try (OutputStream out = Files.newOutputStream(making)) {
        message.writeTo(out);
      }
      Files.move(making, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new Outcome.Withheld(why + " It was written to the file " + name + " instead.");
    } catch (IOException | MessagingException e) {
      return new Outcome.Withheld(why + " Nor could it be written to a file.");
    }
  }

  @Override
  public void close() {
    Transport open = transport;
    transport = null;
    if (open != null) {
      try {
        open.close();
      } catch (MessagingException alreadyGone) {
        // What was sent is sent.
      }
    }
  }
}
