package org.customerfocus.survey.authoring;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the contract tells of FHIR's Questionnaire; its specification has the whole.
@Schema(
    name = "FhirQuestionnaire",
    description =
        "A Questionnaire as FHIR R5 defines it (hl7.org/fhir/R5/questionnaire.html); the members"
            + " that are listed here are those that it cannot do without.",
    additionalProperties = Schema.True.class)
record FhirQuestionnaire(
    @Schema(description = "Questionnaire.", examples = "Questionnaire") String resourceType,
    @Schema(description = "draft, active, retired or unknown.", examples = "active") String status,
    @Schema(description = "The name that people read.") @Nullable String title,
    List<FhirItem> item) {

  /// An item, and those within it.
  @Schema(
      name = "FhirItem",
      description = "A question, a display item, or a group of items.",
      additionalProperties = Schema.True.class)
  record FhirItem(
      String linkId,
      @Schema(
              description =
                  "group, display, boolean, decimal, integer, date, string, text or coding.",
              examples = "integer")
          String type,
      @Nullable String text,
      @Nullable List<FhirItem> item) {}
}
