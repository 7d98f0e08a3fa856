package org.customerfocus.conventions.openapi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/// Schemas as the conventions have them: closed requests, required members from nullness, kebab
/// enumerations, bounded everything, and a patch for each request.
final class SchemaConventions {

  static final String PROBLEM = "Problem";

  private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");
  private static final Pattern REF = Pattern.compile("#/components/schemas/(\\w+)Patch");

  private final OpenAPI document;
  private final Map<String, Schema> schemas;
  private final Map<String, List<ClassInfo>> records = new HashMap<>();

  SchemaConventions(OpenAPI document, IndexView index) {
    this.document = document;
    if (document.getComponents() == null) {
      document.components(OASFactory.createComponents());
    }
    Map<String, Schema> known = document.getComponents().getSchemas();
    this.schemas = new LinkedHashMap<>(known == null ? Map.of() : known);
    for (ClassInfo each : index.getKnownClasses()) {
      if (each.isRecord() && each.name().toString().startsWith("org.customerfocus.")) {
        records.computeIfAbsent(each.simpleName(), name -> new ArrayList<>()).add(each);
      }
    }
  }

  void apply() {
    schemas.put("FieldError", fieldError());
    schemas.put(PROBLEM, problem());
    schemas.forEach(this::complete);
    patches();
    document.getComponents().schemas(schemas);
  }

  private void complete(String name, Schema schema) {
    kebab(schema);
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(this::bound);
      required(name, schema);
      if (name.endsWith("Request")) {
        schema.setAdditionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false));
      }
    }
  }

  private void required(String name, Schema schema) {
    ClassInfo type = record(name.startsWith("Page") ? "Page" : name, schema);
    if (type == null) {
      return;
    }
    List<String> required = new ArrayList<>();
    for (RecordComponentInfo component : type.recordComponents()) {
      if (schema.getProperties().containsKey(component.name()) && !nullable(component)) {
        required.add(component.name());
      }
    }
    schema.setRequired(required.isEmpty() ? null : required);
  }

  /// The record that a schema describes. Of several with its name, which packages of their own may
  /// have, it is the one that has its properties.
  private @Nullable ClassInfo record(String name, Schema schema) {
    return records.getOrDefault(name, List.of()).stream()
        .max(
            Comparator.comparingLong((ClassInfo each) -> shared(each, schema))
                .thenComparing(each -> each.name().toString()))
        .orElse(null);
  }

  private static long shared(ClassInfo type, Schema schema) {
    return type.recordComponents().stream()
        .filter(component -> schema.getProperties().containsKey(component.name()))
        .count();
  }

  private static boolean nullable(RecordComponentInfo component) {
    boolean declared =
        component.declaredAnnotations().stream()
            .map(AnnotationInstance::name)
            .anyMatch(NULLABLE::equals);
    return declared
        || component.type().hasAnnotation(NULLABLE)
        || component.annotations().stream()
            .anyMatch(
                each ->
                    each.name().equals(NULLABLE)
                        && each.target().kind() == AnnotationTarget.Kind.TYPE);
  }

  private void bound(Schema schema) {
    if (schema.getRef() != null) {
      // The scanner repeats the target's type beside the reference, which says no more.
      schema.setType(null);
      return;
    }
    kebab(schema);
    notNull(schema);
    SchemaType type = type(schema);
    if (type == SchemaType.STRING
        && schema.getMaxLength() == null
        && schema.getFormat() == null
        && schema.getEnumeration() == null) {
      schema.setMaxLength(10_000);
    }
    if (type == SchemaType.ARRAY) {
      if (schema.getMaxItems() == null) {
        schema.setMaxItems(10_000);
      }
      if (schema.getItems() != null) {
        bound(schema.getItems());
      }
    }
    if (type == SchemaType.INTEGER && schema.getMinimum() == null) {
      schema.setMinimum(BigDecimal.valueOf(Long.MIN_VALUE >> 11));
    }
    if (type == SchemaType.INTEGER && schema.getMaximum() == null) {
      schema.setMaximum(BigDecimal.valueOf(Long.MAX_VALUE >> 10));
    }
  }

  // Absent is how a view says that there is nothing; null belongs to patches alone.
  private static void notNull(Schema schema) {
    if (schema.getType() != null && schema.getType().contains(SchemaType.NULL)) {
      schema.setType(schema.getType().stream().filter(each -> each != SchemaType.NULL).toList());
    }
  }

  static SchemaType type(Schema schema) {
    return schema.getType() == null || schema.getType().isEmpty()
        ? SchemaType.OBJECT
        : schema.getType().getFirst();
  }

  private static void kebab(Schema schema) {
    if (schema.getEnumeration() == null) {
      return;
    }
    List<Object> values = new ArrayList<>();
    for (Object value : schema.getEnumeration()) {
      boolean constant = value instanceof String text && CONSTANT.matcher(text).matches();
      values.add(constant ? value.toString().toLowerCase(Locale.ROOT).replace('_', '-') : value);
    }
    schema.setEnumeration(values);
  }

  /// `OfferingPatch` is `OfferingRequest` with every member optional and, where the member may be
  /// cleared, nullable. A required member cannot be cleared, so its patch is not nullable.
  private void patches() {
    Map<String, Schema> patches = new LinkedHashMap<>();
    schemas.forEach(
        (name, schema) -> {
          String patch = name.replaceFirst("Request$", "Patch");
          if (!patch.equals(name) && isReferred(patch)) {
            patches.put(patch, patch(schema));
          }
        });
    schemas.putAll(patches);
  }

  private Schema patch(Schema request) {
    Schema patch =
        OASFactory.createSchema()
            .addType(SchemaType.OBJECT)
            .additionalPropertiesSchema(OASFactory.createSchema().booleanSchema(false))
            .description(
                "The members to change (RFC 7396). Absent members stay, null clears an optional"
                    + " one, arrays are replaced whole.");
    List<String> required = request.getRequired() == null ? List.of() : request.getRequired();
    request
        .getProperties()
        .forEach(
            (name, member) ->
                patch.addProperty(name, required.contains(name) ? member : nullable(member)));
    return patch;
  }

  private static Schema nullable(Schema member) {
    if (member.getRef() != null) {
      return OASFactory.createSchema()
          .addAnyOf(OASFactory.createSchema().ref(member.getRef()))
          .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
    }
    Schema copy = Copies.of(member);
    copy.setType(List.of(type(member), SchemaType.NULL));
    if (copy.getEnumeration() != null) {
      List<Object> values = new ArrayList<>(copy.getEnumeration());
      values.add(null);
      copy.setEnumeration(values);
    }
    return copy;
  }

  private boolean isReferred(String patch) {
    return document.getPaths().getPathItems().values().stream()
        .flatMap(path -> path.getOperations().values().stream())
        .filter(operation -> operation.getRequestBody() != null)
        .filter(operation -> operation.getRequestBody().getContent() != null)
        .flatMap(
            operation -> operation.getRequestBody().getContent().getMediaTypes().values().stream())
        .map(media -> media.getSchema() == null ? null : media.getSchema().getRef())
        .anyMatch(ref -> ref != null && REF.matcher(ref).matches() && ref.endsWith("/" + patch));
  }

  private static Schema fieldError() {
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("One thing wrong with one field of the request.")
        .addProperty(
            "pointer", text(1000, "JSON Pointer (RFC 6901) into the body; absent for a parameter."))
        .addProperty("parameter", text(200, "The name of a parameter; absent for the body."))
        .addProperty("detail", text(2000, "What is wrong and what would be right."))
        .required(List.of("detail"));
  }

  private static Schema problem() {
    Schema errors =
        OASFactory.createSchema()
            .addType(SchemaType.ARRAY)
            .maxItems(10_000)
            .description("The fields at fault.")
            .items(OASFactory.createSchema().ref("FieldError"));
    return OASFactory.createSchema()
        .addType(SchemaType.OBJECT)
        .description("A problem, RFC 9457.")
        .addProperty(
            "type", text(200, "A URL, relative to the gateway, that explains the problem."))
        .addProperty("title", text(200, "The kind of problem, in words."))
        .addProperty(
            "status",
            OASFactory.createSchema()
                .addType(SchemaType.INTEGER)
                .format("int32")
                .minimum(BigDecimal.valueOf(400))
                .maximum(BigDecimal.valueOf(599))
                .description("The HTTP status."))
        .addProperty("detail", text(2000, "What happened this time, and what to do."))
        .addProperty("instance", text(2000, "The path of the request."))
        .addProperty("requestId", text(64, "The X-Request-Id under which the logs tell more."))
        .addProperty("errors", errors)
        .required(List.of("type", "title", "status", "detail", "instance", "requestId"));
  }

  private static Schema text(int maxLength, String description) {
    return OASFactory.createSchema()
        .addType(SchemaType.STRING)
        .maxLength(maxLength)
        .description(description);
  }
}
