package org.customerfocus.survey.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which column of a file carries what. Column names are compared without padding; cells too.
///
/// @param delimiter what separates cells, a comma unless said otherwise
/// @param identity the column that identifies a row; without it a row is known by the digest of its
///   file and its number
/// @param weightColumn the survey weight of the row
/// @param respondedAtColumn when the respondent answered: an ISO 8601 date or instant
/// @param noAnswerCells what means "no answer" in every mapped column, beside an empty cell
/// @param codeLists code lists that several columns share
/// @param questions the questions that the file answers
/// @param attributes the respondent attributes that it carries
public record ColumnMapping(
    @Nullable @Pattern(regexp = "[,;|\t]") @Size(min = 1, max = 1) String delimiter,
    @Nullable @Valid RowIdentity identity,
    @Nullable @Size(min = 1, max = 200) String weightColumn,
    @Nullable @Size(min = 1, max = 200) String respondedAtColumn,
    @Nullable @Size(max = 50) List<@NotNull @Size(min = 1, max = 200) String> noAnswerCells,
    @Nullable @Size(max = 100) List<@NotNull @Valid CodeList> codeLists,
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid QuestionColumns> questions,
    @Nullable @Size(max = 100) List<@NotNull @Valid AttributeColumn> attributes) {

  /// The row's own id, as an external reference of the response.
  ///
  /// @param scheme names the kind of id, e.g. `sfo-2018`: ids of two files may overlap
  public record RowIdentity(
      @NotNull @Size(min = 1, max = 200) String column,
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}") @Size(max = 64) String scheme) {}

  /// What a cell stands for: either another spelling of an answer or a non-answer.
  ///
  /// @param cell the cell as it stands in the file
  /// @param to the answer it stands for: a number, an option code, a text or a date
  /// @param nonAnswer the non-answer it stands for; an attribute then has no value
  public record CellCode(
      @NotNull @Size(max = 200) String cell,
      @Nullable @Size(min = 1, max = 500) String to,
      @Nullable @Size(min = 1, max = 64) String nonAnswer) {}

  /// A named code list.
  public record CodeList(
      @NotNull @Size(min = 1, max = 64) String name,
      @NotNull @Size(min = 1, max = 1000) List<@NotNull @Valid CellCode> codes) {}

  /// The column of a question; several for a multiple choice, one chosen option in each.
  ///
  /// @param codes own codes, which win over those of the code list
  /// @param codeList the name of a shared code list
  public record QuestionColumns(
      @NotNull @Size(min = 1, max = 64) String linkId,
      @NotNull @Size(min = 1, max = 100) List<@NotNull @Size(min = 1, max = 200) String> columns,
      @Nullable @Size(max = 1000) List<@NotNull @Valid CellCode> codes,
      @Nullable @Size(min = 1, max = 64) String codeList) {}

  /// The column of an attribute.
  public record AttributeColumn(
      @NotNull @Size(min = 1, max = 64) String key,
      @NotNull @Size(min = 1, max = 200) String column,
      @Nullable @Size(max = 1000) List<@NotNull @Valid CellCode> codes,
      @Nullable @Size(min = 1, max = 64) String codeList) {}

  char delimiterChar() {
    return delimiter == null ? ',' : delimiter.charAt(0);
  }

  List<CodeList> codeListList() {
    return codeLists == null ? List.of() : codeLists;
  }

  List<AttributeColumn> attributeList() {
    return attributes == null ? List.of() : attributes;
  }
}
