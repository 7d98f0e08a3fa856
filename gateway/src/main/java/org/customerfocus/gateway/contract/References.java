package org.customerfocus.gateway.contract;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// The `$ref`s of a document.
final class References {

  private References() {}

  /// A reference to nothing would only show in a reader's generated client, so it is refused here.
  static void requireResolved(ObjectNode document) {
    visit(document, document);
  }

  private static void visit(ObjectNode document, JsonNode node) {
    JsonNode reference = node.get("$ref");
    if (reference != null && reference.isTextual()) {
      requireResolved(document, reference.asText());
    }
    for (JsonNode child : node) {
      visit(document, child);
    }
  }

  private static void requireResolved(ObjectNode document, String reference) {
    if (!reference.startsWith("#/")
        || document.at(JsonPointer.compile(reference.substring(1))).isMissingNode()) {
      throw new ContractConflict("The reference %s leads nowhere".formatted(reference));
    }
  }
}
