package org.customerfocus.conventions.openapi;

import java.util.ArrayList;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/// Copies of inline schemas, for where a member differs a little from another.
final class Copies {

  private Copies() {}

  static Schema of(Schema schema) {
    Schema copy = OASFactory.createSchema();
    copy.setType(schema.getType() == null ? null : new ArrayList<>(schema.getType()));
    copy.setFormat(schema.getFormat());
    copy.setDescription(schema.getDescription());
    copy.setPattern(schema.getPattern());
    copy.setMinLength(schema.getMinLength());
    copy.setMaxLength(schema.getMaxLength());
    copy.setMinimum(schema.getMinimum());
    copy.setMaximum(schema.getMaximum());
    copy.setMinItems(schema.getMinItems());
    copy.setMaxItems(schema.getMaxItems());
    copy.setUniqueItems(schema.getUniqueItems());
    copy.setItems(schema.getItems());
    copy.setEnumeration(schema.getEnumeration());
    copy.setProperties(schema.getProperties());
    copy.setMaxProperties(schema.getMaxProperties());
    copy.setAdditionalPropertiesSchema(schema.getAdditionalPropertiesSchema());
    copy.setExamples(schema.getExamples());
    return copy;
  }
}
