package org.customerfocus.conventions.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Holds the document that the code emits against the committed one. `-Dopenapi=write` rewrites the
/// committed one instead.
public final class ContractDrift {

  private ContractDrift() {}

  public static void check() throws IOException {
    check(Path.of("openapi.yaml"));
  }

  public static void check(Path committed) throws IOException {
    String emitted = RestAssured.get("/q/openapi?format=yaml").asString();
    if ("write".equals(System.getProperty("openapi"))) {
      Files.writeString(committed, emitted);
    }
    assertThat(Files.readString(committed))
        .as("%s differs from the code: run the tests with -Dopenapi=write", committed)
        .isEqualTo(emitted);
  }
}
