package org.customerfocus.survey.link;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// The secrets of links: 128 bits of HMAC-SHA256 over the link's id under the service's own key. To
/// everybody else they are random; the service can print a link again (a QR code, a reminder)
/// although its database holds digests only.
@ApplicationScoped
class LinkSecrets {

  private static final int BYTES = 16;

  private final SecretKeySpec key;

  LinkSecrets(@ConfigProperty(name = "customerfocus.cursor-key") String key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
  }

  /// The secret of a link: 22 characters of base64url.
  String of(String tenant, UUID link) {
    return mac('l', tenant, link);
  }

  /// What proves that a response belongs to a link.
  String seal(String tenant, UUID link, UUID response) {
    return mac('s', tenant + link, response);
  }

  /// What proves that a response was touched at a moment.
  String seal(String tenant, UUID link, UUID response, long moment) {
    return mac('t', tenant + link + moment, response);
  }

  static String digest(String secret) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  private String mac(char purpose, String scope, UUID id) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((byte) purpose);
      mac.update(scope.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      byte[] bytes =
          ByteBuffer.allocate(16)
              .putLong(id.getMostSignificantBits())
              .putLong(id.getLeastSignificantBits())
              .array();
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(mac.doFinal(bytes), BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }
}
