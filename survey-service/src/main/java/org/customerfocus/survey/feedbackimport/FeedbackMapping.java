package org.customerfocus.survey.feedbackimport;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which column of a file carries what. Column names and cells are compared without padding.
@Schema(description = "Which column of the file carries what.")
record FeedbackMapping(
    @Pattern(regexp = "[,;|\t]")
        @Size(min = 1, max = 1)
        @Schema(description = "What separates cells; a comma unless said otherwise.")
        @Nullable String delimiter,
    @Size(min = 1, max = 50)
        @Schema(
            description = "The IANA time zone of dates and times without one; UTC otherwise.",
            examples = "America/New_York")
        @Nullable String zone,
    @Size(min = 1, max = 40)
        @Schema(
            description =
                "How dates are written, such as dd-MM-yyyy or MM/dd/yyyy HH:mm; ISO 8601 otherwise. A"
                    + " date alone is the beginning of that day.")
        @Nullable String dateFormat,
    @Valid
        @Schema(
            description =
                "Which column identifies a row: sent again, the row is not recorded twice. Without,"
                    + " a row is known by the digest of its file and its number.")
        @Nullable FeedbackRowIdentity identity,
    @NotNull
        @Size(min = 1, max = 50)
        @Schema(description = "What is read from where. form and channel must be among them.")
        List<@NotNull @Valid FeedbackFieldSource> fields,
    @Size(max = 20) @Schema(description = "Further columns to keep beside it.")
        @Nullable List<@NotNull @Valid FeedbackAttributeSource> attributes) {

  /// The row's own id, as an external reference of the feedback.
  @Schema(description = "The column with the row's own id.")
  record FeedbackRowIdentity(
      @NotNull @Size(min = 1, max = 200) String column,
      @NotNull
          @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}")
          @Size(max = 64)
          @Schema(description = "The kind of id: ids of two files may overlap.")
          String scheme) {}

  /// What a cell stands for.
  @Schema(description = "What a cell stands for; nothing where there is no to.")
  record FeedbackCellCode(
      @NotNull @Size(max = 500) String cell, @Nullable @Size(min = 1, max = 500) String to) {}

  /// Where a field comes from.
  @Schema(
      description =
          "Where a field comes from: columns, of which those with a value are joined, or one value"
              + " for all rows.")
  record FeedbackFieldSource(
      @NotNull FeedbackField field,
      @Size(min = 1, max = 5) @Nullable List<@NotNull @Size(min = 1, max = 200) String> columns,
      @Size(min = 1, max = 500)
          @Schema(description = "The value of every row, or of those whose columns have none.")
          @Nullable String value,
      @Size(max = 200) @Schema(description = "What cells stand for; any other stands for itself.")
          @Nullable List<@NotNull @Valid FeedbackCellCode> codes) {

    List<String> columnList() {
      return columns == null ? List.of() : columns;
    }

    List<FeedbackCellCode> codeList() {
      return codes == null ? List.of() : codes;
    }
  }

  /// The column of an attribute.
  @Schema(description = "A column that is kept as an attribute of the feedback.")
  record FeedbackAttributeSource(
      @NotNull @Size(min = 1, max = 64) String key,
      @NotNull @Size(min = 1, max = 200) String column) {}

  char delimiterChar() {
    return delimiter == null ? ',' : delimiter.charAt(0);
  }

  List<FeedbackAttributeSource> attributeList() {
    return attributes == null ? List.of() : attributes;
  }
}
