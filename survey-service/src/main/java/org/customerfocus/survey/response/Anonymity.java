package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What is kept of a response to an anonymous survey: what it says, under a random id, and the day
/// (in UTC). Whose it is, which way it came, and its moment within the day are not.
@ApplicationScoped
class Anonymity {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final SecretKeySpec secret;

  Anonymity(@ConfigProperty(name = "customerfocus.cursor-key") String secret) {
    this.secret = new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256");
  }

  /// The response as it may be kept.
  NewResponse apply(NewResponse response) {
    if (!response.anonymous()) {
      return response;
    }
    return new NewResponse(
        id(response),
        response.surveyId(),
        response.surveyVersionId(),
        true,
        response.externalRef() != null,
        response.status(),
        day(response.respondedAt()),
        day(response.recordedAt()),
        response.weight(),
        null,
        null,
        null,
        null,
        response.provenance().anonymous(),
        response.spam().coarse(),
        response.answers(),
        response.attributes());
  }

  /// The start of the day.
  static Instant day(Instant moment) {
    return moment.truncatedTo(ChronoUnit.DAYS);
  }

  /// Random where there is no reference. One that came with a reference is to be recognised when it
  /// comes again, although the reference is not kept: its id is made of the reference and of the
  /// service's secret, so that the database alone cannot tell the one from the other.
  private UUID id(NewResponse response) {
    ExternalRef ref = response.externalRef();
    return ref == null
        ? random()
        : derived("ref", response.surveyId().toString(), ref.scheme(), ref.value());
  }

  /// An id that nothing tells apart from a random one, the same for the same parts.
  UUID derived(String... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update((byte) 'r');
      mac.update(String.join("\0", parts).getBytes(StandardCharsets.UTF_8));
      return version4(mac.doFinal());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  static UUID random() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return version4(bytes);
  }

  private static UUID version4(byte[] random) {
    ByteBuffer bits = ByteBuffer.wrap(random);
    long high = (bits.getLong() & 0xffff_ffff_ffff_0fffL) | 0x4000L;
    long low = (bits.getLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low);
  }
}
