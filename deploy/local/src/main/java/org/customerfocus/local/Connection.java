package org.customerfocus.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a script needs to talk to the platform, in `connection.json`. The file is there exactly
/// while the platform runs; one that a killed run left behind goes at the next start.
///
/// @param baseUrl the gateway
/// @param apiKey a key of the first tenant, or of the demo's with `--demo`
/// @param docsUrl the API reference
record Connection(String baseUrl, String apiKey, String docsUrl) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  static Path file(Path data) {
    return data.resolve("connection.json");
  }

  void publish(Path data) throws IOException {
    PrivateFiles.write(file(data), JSON.writeValueAsString(this) + "\n");
  }

  static void withdraw(Path data) throws IOException {
    Files.deleteIfExists(file(data));
  }
}
