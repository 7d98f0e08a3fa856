package org.customerfocus.customer.attribute;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Field;

/// Opens this feature's list fields to the test of indexes: those of the definitions, and one
/// attribute of each type for each owner.
public final class AttributeLists {

  public static final Fields FIELDS = AttributeRepository.FIELDS;

  public static final Fields VALUES = Fields.of("attribute_definition").build().plus(ofEachType());

  private AttributeLists() {}

  private static List<Field> ofEachType() {
    return Stream.of(AttributeTarget.PARTY, AttributeTarget.CUSTOMER)
        .flatMap(
            target ->
                Stream.of(AttributeType.values())
                    .map(type -> new AttributeDefinition(request(target, type), Instant.EPOCH)))
        .map(
            definition ->
                Attributes.field(
                    definition, definition.owner().wire() + ".", "", "a.ownerId = e.id"))
        .toList();
  }

  /// A definition that lies in no database yet.
  public record Defined(UUID id, String target, String owner, String type, String column) {

    /// As a field of a list or a rule.
    public Field field(String prefix, String through, String correlation) {
      AttributeDefinition definition = DEFINITIONS.get(id);
      return Attributes.field(definition, prefix, through, correlation);
    }
  }

  private static final Map<UUID, AttributeDefinition> DEFINITIONS = new LinkedHashMap<>();

  /// One of each type for each owner; the code of each is its type.
  public static List<Defined> defined() {
    return Stream.of(AttributeTarget.PARTY, AttributeTarget.CUSTOMER)
        .flatMap(target -> Stream.of(AttributeType.values()).map(type -> defined(target, type)))
        .toList();
  }

  private static Defined defined(AttributeTarget target, AttributeType type) {
    AttributeDefinition definition = new AttributeDefinition(request(target, type), Instant.EPOCH);
    DEFINITIONS.put(definition.id(), definition);
    return new Defined(
        definition.id(), target.wire(), target.owner().wire(), type.wire(), type.column());
  }

  private static AttributeDefinitionRequest request(AttributeTarget target, AttributeType type) {
    return new AttributeDefinitionRequest(
        target, type.wire(), type, "Any", null, null, null, null, null, null, null, null);
  }
}
