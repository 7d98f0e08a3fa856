package org.customerfocus.customer.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.customer.party.ExternalRef;
import org.customerfocus.customer.party.PartyRequest;
import org.customerfocus.customer.recording.SourceRef;
import org.customerfocus.customer.relationship.CustomerTermsRequest;
import org.jspecify.annotations.Nullable;

/// Which fields the rows of each kind have: those of the requests that the rows are bound to.
@ApplicationScoped
class RowShapes {

  private final ObjectMapper json;

  RowShapes(ObjectMapper json) {
    this.json = json;
  }

  RowShape of(CustomerImportKind kind) {
    return path -> fault(kind, path);
  }

  private @Nullable String fault(CustomerImportKind kind, FieldPath path) {
    ObjectNode document = JsonNodeFactory.instance.objectNode();
    if (!path.isSound() || !path.put(document, TextNode.valueOf("x"))) {
      return "is no path of a field, such as party.contactPoints.0.value";
    }
    FieldPath.closeGaps(document);
    if (kind == CustomerImportKind.PURCHASES) {
      return binds(document, PurchaseRow.class, path.steps().size())
          ? null
          : "is no field of a purchase";
    }
    Map.Entry<String, JsonNode> member = document.properties().iterator().next();
    int depth = path.steps().size();
    boolean known =
        switch (member.getKey()) {
          case PartyRows.PARTY -> binds(member.getValue(), PartyRequest.class, depth - 1);
          case PartyRows.MEMBERSHIPS -> binds(member.getValue(), RowMembership[].class, depth - 1);
          case PartyRows.PARTY_ID -> path.steps().size() == 1;
          case PartyRows.PROVIDER ->
              kind == CustomerImportKind.CUSTOMERS && path.steps().size() == 1;
          default ->
              kind == CustomerImportKind.CUSTOMERS
                  && binds(document, CustomerTermsRequest.class, depth);
        };
    return known ? null : "is no field of " + kind.wire();
  }

  /// Only to tell the names of its members.
  private record PurchaseRow(
      @Nullable ExternalRef customer,
      @Nullable UUID customerId,
      @Nullable UUID offeringId,
      @Nullable Instant purchasedAt,
      @Nullable Money amount,
      @Nullable SourceRef externalRef) {}

  /// Whether there is such a member; that `x` is no value of it does not matter.
  ///
  /// @param depth how far down the value lies: a fault before it is one of the path
  private boolean binds(JsonNode document, Class<?> type, int depth) {
    try {
      json.treeToValue(document, type);
      return true;
    } catch (UnrecognizedPropertyException e) {
      return false;
    } catch (ValueInstantiationException e) {
      return true;
    } catch (JsonMappingException e) {
      return e.getPath().size() >= depth;
    } catch (JsonProcessingException e) {
      return false;
    }
  }
}
