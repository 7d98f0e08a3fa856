package org.customerfocus.customer.importing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.command.MergePatch;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.attribute.Attributes;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.relationship.CustomerTermsRequest;
import org.jspecify.annotations.Nullable;

/// What rows ask for: the requests that a client would send, whole for what is new, and else what
/// there is with the row laid over it.
final class RowRequests {

  private final RowBinder binder;
  private final FileFormat format;

  RowRequests(RowBinder binder, FileFormat format) {
    this.binder = binder;
    this.format = format;
  }

  /// @param before the party as it is, null for a new one
  /// @throws ProblemException with a pointer for each fault
  PartyRequest party(
      Attributes.Definitions definitions, @Nullable PartyRequest before, ObjectNode described) {
    typed(described, definitions);
    JsonNode whole = before == null ? described : merged(before, described);
    return binder.bind(whole, PartyRequest.class, format);
  }

  /// @param before the terms as they are, null for a new customer
  /// @throws ProblemException with a pointer for each fault
  CustomerTermsRequest terms(
      Attributes.Definitions definitions,
      @Nullable CustomerTermsRequest before,
      ObjectNode described) {
    typed(described, definitions);
    if (before == null) {
      if (!described.has("lifecycle")) {
        described.put("lifecycle", "current");
      }
      return binder.bind(described, CustomerTermsRequest.class, format);
    }
    CustomerTermsRequest after = patched(before, described);
    return after.lifecycle() == before.lifecycle()
        ? after
        : patched(before.withoutReason(), described);
  }

  private CustomerTermsRequest patched(CustomerTermsRequest before, ObjectNode patch) {
    return binder.bind(
        MergePatch.merge(binder.write(before), patch.deepCopy()),
        CustomerTermsRequest.class,
        format);
  }

  /// The party as the row changes it: a merge patch, but references are added to.
  private JsonNode merged(PartyRequest before, ObjectNode patch) {
    JsonNode target = binder.write(before);
    JsonNode held = target.path("externalRefs");
    if (held instanceof ArrayNode there && patch.get("externalRefs") instanceof ArrayNode added) {
      ArrayNode all = there.deepCopy();
      added.forEach(
          ref -> {
            boolean known = false;
            for (JsonNode each : there) {
              known |= each.equals(ref);
            }
            if (!known) {
              all.add(ref);
            }
          });
      patch.set("externalRefs", all);
    }
    return MergePatch.merge(target, patch);
  }

  /// In a table every value is text: those of attributes become what their definitions say.
  private void typed(ObjectNode holder, Attributes.Definitions definitions) {
    if (format == FileFormat.CSV && holder.get("attributes") instanceof ObjectNode attributes) {
      List<String> codes = new ArrayList<>();
      attributes.fieldNames().forEachRemaining(codes::add);
      for (String code : codes) {
        attributes.putPOJO(code, definitions.typed(code, attributes.path(code).asText()));
      }
      JsonNode plain = binder.write(attributes);
      holder.set("attributes", plain);
    }
  }
}
