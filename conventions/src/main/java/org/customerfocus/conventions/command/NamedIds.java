package org.customerfocus.conventions.command;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/// Which ids a stored answer speaks of: it is sealed, and an erasure has to find it all the same.
/// They are kept as digests of 64 bits, since what is in an answer is not to be read beside it. Two
/// ids of one digest would cost a stored answer that need not go, and nothing else.
public final class NamedIds {

  private static final Pattern ID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private NamedIds() {}

  /// The digests of all ids in some texts.
  static Long[] in(Iterable<String> texts) {
    Set<Long> digests = new LinkedHashSet<>();
    for (String text : texts) {
      ID.matcher(text).results().forEach(found -> digests.add(digest(found.group())));
    }
    return digests.toArray(Long[]::new);
  }

  /// The digests of ids, as the answers that name them are found by.
  public static Long[] digests(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).map(NamedIds::digest).toArray(Long[]::new);
  }

  private static Long digest(String id) {
    byte[] written = id.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.wrap(RequestFingerprint.sha256().digest(written)).getLong();
  }
}
