package org.customerfocus.survey.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;

/// The SMTP server, as far as there is one.
@ApplicationScoped
class MailServer {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /// Where e-mails that only go to a folder come from, when no address is configured.
  private static final String NOBODY = "surveys@localhost";

  private final MailConfig config;
  private final InstantSource clock;
  private final Session session;

  MailServer(MailConfig config, InstantSource clock) {
    this.config = config;
    this.clock = clock;
    this.session = Session.getInstance(settings(config));
  }

  /// A run of e-mails, over one connection as long as it lasts.
  MailRun open() {
    return new MailRun(config, session, this::message);
  }

  private static Properties settings(MailConfig config) {
    Properties settings = new Properties();
    String patience = String.valueOf(config.timeout().toMillis());
    settings.put("mail.smtp.host", config.host().orElse(""));
    settings.put("mail.smtp.port", String.valueOf(config.port()));
    settings.put("mail.smtp.connectiontimeout", patience);
    settings.put("mail.smtp.timeout", patience);
    settings.put("mail.smtp.writetimeout", patience);
    settings.put("mail.smtp.auth", String.valueOf(config.username().isPresent()));
    settings.put("mail.smtp.ssl.checkserveridentity", "true");
    settings.put("mail.smtp.allow8bitmime", "true");
    switch (config.security()) {
      case NONE -> settings.put("mail.smtp.starttls.enable", "false");
      case STARTTLS -> {
        settings.put("mail.smtp.starttls.enable", "true");
        settings.put("mail.smtp.starttls.required", "true");
      }
      case TLS -> settings.put("mail.smtp.ssl.enable", "true");
    }
    return settings;
  }

  /// @throws AddressException when the person's address is none
  private MimeMessage message(Letter letter) throws MessagingException {
    InternetAddress from = new InternetAddress(config.from().orElse(NOBODY));
    InternetAddress to = new InternetAddress(letter.to(), true);
    try {
      from.setPersonal(letter.sender(), UTF_8);
      to.setPersonal(letter.toName(), UTF_8);
    } catch (UnsupportedEncodingException e) {
      throw new IllegalStateException("Every JDK has UTF-8", e);
    }
    MimeMessage message = new Identified(session, id(letter.mail(), from));
    message.setFrom(from);
    message.setRecipient(Message.RecipientType.TO, to);
    message.setSubject(letter.subject(), UTF_8);
    message.setSentDate(Date.from(clock.instant()));
    message.setHeader("Content-Language", letter.language());
    if (letter.unsubscribe() != null) {
      message.setHeader("List-Unsubscribe", "<" + letter.unsubscribe() + ">");
      message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
    }
    message.setHeader("Auto-Submitted", "auto-generated");
    MimeBodyPart text = new MimeBodyPart();
    text.setText(letter.text(), UTF_8, "plain");
    MimeBodyPart html = new MimeBodyPart();
    html.setText(letter.html(), UTF_8, "html");
    // The last part is the one that a reader shows if it can.
    message.setContent(new MimeMultipart("alternative", text, html));
    message.saveChanges();
    return message;
  }

  /// The same each time that an e-mail is sent: who gets it twice can tell.
  private static String id(UUID mail, InternetAddress from) {
    String address = from.getAddress();
    return "<%s@%s>".formatted(mail, address.substring(address.lastIndexOf('@') + 1));
  }

  private static final class Identified extends MimeMessage {

    private final String id;

    Identified(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
