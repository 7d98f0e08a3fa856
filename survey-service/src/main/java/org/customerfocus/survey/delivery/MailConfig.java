package org.customerfocus.survey.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// How e-mails leave. Without a server and without a folder none does, and each says so.
@ConfigMapping(prefix = "customerfocus.mail")
interface MailConfig {

  /// The SMTP server.
  Optional<String> host();

  /// 587 is for submission with STARTTLS, 465 for TLS from the first byte.
  @WithDefault("587")
  int port();

  Optional<String> username();

  Optional<String> password();

  @WithDefault("starttls")
  Security security();

  /// The address that e-mails come from. Its domain has to allow the server to send for it.
  Optional<String> from();

  /// Where e-mails are written to instead, one file each, while there is no server: for trying out.
  Optional<Path> directory();

  /// How many leave in a second, of one process.
  @WithDefault("10")
  double perSecond();

  /// How many one process takes at a time.
  @WithDefault("20")
  int batch();

  /// After this time without a word from its process, an e-mail is sent again.
  @WithDefault("PT5M")
  Duration lease();

  /// How often an e-mail is tried.
  @WithDefault("8")
  int attempts();

  /// How long after the first attempt the second one is; four times as long before the next.
  @WithDefault("PT1M")
  Duration pause();

  /// How long the server may take to answer.
  @WithDefault("PT20S")
  Duration timeout();

  /// How the way to the server is kept private.
  enum Security {
    /// Not at all: for a server on the same machine.
    NONE,
    /// From the greeting on; without it nothing is sent.
    STARTTLS,
    /// From the first byte.
    TLS
  }
}
