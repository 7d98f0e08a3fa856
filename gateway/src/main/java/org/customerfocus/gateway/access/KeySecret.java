package org.customerfocus.gateway.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// An API key as it is shown once: `cf_live_<prefix>_<secret>` or `cf_test_…`.
///
/// The prefix is kept to tell keys apart; of the whole only the SHA-256 digest is kept. A plain
/// digest suffices, since the secret has 160 random bits and so cannot be guessed at any speed.
///
/// @param prefix `cf_live_` and 8 characters
/// @param secret the whole key
public record KeySecret(String prefix, String secret) {

  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
  private static final int PREFIX_LENGTH = 8;
  private static final int SECRET_LENGTH = 32;
  private static final Pattern FORM =
      Pattern.compile(
          "cf_(live|test)_[0-9a-z]{%d}_[0-9a-z]{%d}".formatted(PREFIX_LENGTH, SECRET_LENGTH));
  private static final SecureRandom RANDOM = new SecureRandom();

  public static KeySecret generate(boolean test) {
    String prefix = (test ? "cf_test_" : "cf_live_") + random(PREFIX_LENGTH);
    return new KeySecret(prefix, prefix + "_" + random(SECRET_LENGTH));
  }

  public String digest() {
    return digest(secret);
  }

  /// SHA-256 as 64 lower-case hexadecimal digits.
  public static String digest(String credential) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(credential.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  /// Whether a text could be a key at all: what could not is refused without a look-up.
  static boolean plausible(String credential) {
    return FORM.matcher(credential).matches();
  }

  private static String random(int length) {
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      // 32 characters: 5 bits each, without bias.
      text.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    return prefix;
  }
}
