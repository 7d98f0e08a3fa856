package org.customerfocus.survey.attachment;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file is, told from its first bytes and not from what somebody calls it.
///
/// Source: the signatures of PDF (ISO 32000), PNG (ISO 15948), JPEG (ISO 10918-1), GIF 87a and 89a,
/// and RIFF with WebP (RFC 9649).
final class MediaTypes {

  static final String TEXT = "text/plain";

  private record Signature(String type, int offset, byte[] bytes) {

    boolean fits(byte[] file) {
      return file.length >= offset + bytes.length
          && Arrays.equals(file, offset, offset + bytes.length, bytes, 0, bytes.length);
    }
  }

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature("application/pdf", 0, ascii("%PDF-")),
          new Signature("image/png", 0, new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}),
          new Signature("image/jpeg", 0, new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}),
          new Signature("image/gif", 0, ascii("GIF87a")),
          new Signature("image/gif", 0, ascii("GIF89a")),
          new Signature("image/webp", 8, ascii("WEBP")));

  private MediaTypes() {}

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  /// One of those that are taken, or null. Text is UTF-8 without control characters.
  static @Nullable String of(byte[] file) {
    for (Signature each : SIGNATURES) {
      if (each.fits(file)) {
        return each.type();
      }
    }
    return isText(file) ? TEXT : null;
  }

  private static boolean isText(byte[] file) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file))
          .chars()
          .noneMatch(each -> each < ' ' && each != '\n' && each != '\r' && each != '\t');
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
