package org.customerfocus.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/// Holds the merge of the committed documents against the committed merged one. `-Dopenapi=write`
/// rewrites it instead; where the gateway's own document changes as well, after `ServiceRulesTest`.
class MergedContractTest {

  private static final Path MERGED = Path.of("openapi.yaml");
  private static final List<String> SERVICES = List.of("customer", "survey", "agreement");

  @Test
  void theCommittedContractIsTheMergeOfTheCommittedDocuments() throws IOException {
    String merged = merge();
    if ("write".equals(System.getProperty("openapi"))) {
      Files.writeString(MERGED, merged);
    }
    assertThat(Files.readString(MERGED))
        .as("gateway/openapi.yaml is out of date: run the gateway's tests with -Dopenapi=write")
        .isEqualTo(merged);
  }

  private static String merge() throws IOException {
    SequencedMap<String, ObjectNode> documents = new LinkedHashMap<>();
    documents.put("gateway", read("gateway", Path.of("openapi-own.yaml")));
    for (String service : SERVICES) {
      Path document = Path.of("..", service + "-service", "openapi.yaml");
      // One that vanished shows as a difference, since the committed merge still has it.
      if (Files.exists(document)) {
        documents.put(service, read(service, document));
      }
    }
    return OpenApiYaml.write(ContractMerger.merge(documents));
  }

  private static ObjectNode read(String owner, Path file) throws IOException {
    return OpenApiYaml.read("The document of " + owner, Files.readString(file));
  }
}
