package org.customerfocus.conventions.page;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Writes and reads cursors: the place where a page ended, authenticated together with the list
/// that it belongs to (tenant, table, filter and sort), so that a cursor continues that list and no
/// other.
@ApplicationScoped
public class Cursors {

  private static final int MAC_BYTES = 16;

  private final SecretKeySpec key;

  Cursors(@ConfigProperty(name = "customerfocus.cursor-key") String key) {
    this.key = new SecretKeySpec(Base64.getDecoder().decode(key), "HmacSHA256");
  }

  /// Where a page ended.
  ///
  /// @param value the sort field's value of the last item, as text
  public record Place(String value, UUID id) {}

  /// @param list what the cursor continues, in words that differ from every other list's
  public String write(Place place, String list) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeLong(place.id().getMostSignificantBits());
      out.writeLong(place.id().getLeastSignificantBits());
      out.write(place.value().getBytes(StandardCharsets.UTF_8));
      out.write(mac(bytes.toByteArray(), list));
    } catch (IOException e) {
      throw new IllegalStateException("Bytes in memory can always be written", e);
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
  }

  /// @throws ProblemException 400 when the cursor is not one of ours for this list
  public Place read(String cursor, String list) {
    try {
      byte[] bytes = Base64.getUrlDecoder().decode(cursor);
      if (bytes.length < 16 + MAC_BYTES) {
        throw foreign();
      }
      byte[] place = Arrays.copyOf(bytes, bytes.length - MAC_BYTES);
      byte[] mac = Arrays.copyOfRange(bytes, place.length, bytes.length);
      if (!MessageDigest.isEqual(mac, mac(place, list))) {
        throw foreign();
      }
      try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(place))) {
        UUID id = new UUID(in.readLong(), in.readLong());
        return new Place(new String(in.readAllBytes(), StandardCharsets.UTF_8), id);
      }
    } catch (IllegalArgumentException | IOException e) {
      throw foreign();
    }
  }

  private byte[] mac(byte[] place, String list) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update(list.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Arrays.copyOf(mac.doFinal(place), MAC_BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
    }
  }

  private static ProblemException foreign() {
    return new ProblemException(
        Problems.INVALID_CURSOR,
        "Use the nextCursor of a page with the same filter and sort, or start without one.");
  }
}
