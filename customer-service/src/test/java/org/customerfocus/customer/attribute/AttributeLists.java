package org.customerfocus.customer.attribute;

import java.time.Instant;
import java.util.List;
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

  private static AttributeDefinitionRequest request(AttributeTarget target, AttributeType type) {
    return new AttributeDefinitionRequest(
        target, type.wire(), type, "Any", null, null, null, null, null, null, null, null);
  }
}
