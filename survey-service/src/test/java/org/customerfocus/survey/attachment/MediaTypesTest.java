package org.customerfocus.survey.attachment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MediaTypesTest {

  @Test
  void contentTellsWhatAFileIs() {
    assertThat(MediaTypes.of(bytes("%PDF-1.7\n\0"))).isEqualTo("application/pdf");
    assertThat(MediaTypes.of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, 0}))
        .isEqualTo("image/jpeg");
    assertThat(MediaTypes.of(bytes("RIFF\0\0\0\0WEBPVP8 "))).isEqualTo("image/webp");
    assertThat(MediaTypes.of(bytes("Grüße\r\n\tan alle"))).isEqualTo("text/plain");
  }

  @Test
  void programsAndArchivesAreNone() {
    assertThat(MediaTypes.of(bytes("MZ\0\u0001"))).isNull();
    assertThat(MediaTypes.of(bytes("PK\u0003\u0004"))).isNull();
    assertThat(MediaTypes.of(new byte[] {(byte) 0xc3, 'x'})).isNull();
    assertThat(MediaTypes.of(bytes("RIFF"))).isEqualTo("text/plain");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
