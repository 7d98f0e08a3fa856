package org.customerfocus.customer.importing;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Which column of a file carries which field. Without columns the header itself names the fields,
/// as the header of an exported file does. Cells are compared without padding.
///
/// @param delimiter what separates cells, a comma unless said otherwise
/// @param charset how a CSV file is encoded, UTF-8 unless said otherwise
/// @param identity what a row is known by when it comes again
/// @param columns the columns that are read; others are ignored
/// @param constants what every row says, unless a cell of its own says otherwise
public record CustomerImportMapping(
    @Nullable @Pattern(regexp = "[,;|\t]") @Size(min = 1, max = 1) String delimiter,
    @Nullable
        @Pattern(regexp = "utf-8|utf-16|iso-8859-1|windows-1252")
        @Size(max = 20)
        @Schema(description = "utf-8 (the default), utf-16, iso-8859-1 or windows-1252.")
        String charset,
    @Nullable @Valid CustomerImportIdentity identity,
    @Nullable @Size(min = 1, max = 300) List<@NotNull @Valid MappedColumn> columns,
    @Nullable @Size(max = 100) List<@NotNull @Valid ConstantField> constants) {

  private static final String FIELD = "[A-Za-z][A-Za-z0-9_.-]{0,199}";

  /// The row's own id, which becomes an external reference of its party (or of the purchase).
  ///
  /// @param scheme names the kind of id, e.g. `crm`: ids of two files may overlap
  /// @param column where a CSV file has it; without it, and in NDJSON, the row has an external
  ///   reference of the scheme itself
  public record CustomerImportIdentity(
      @NotNull @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}") @Size(max = 64) String scheme,
      @Nullable @Size(min = 1, max = 200) String column) {}

  /// What a cell stands for.
  ///
  /// @param cell the cell as it stands in the file
  /// @param to the value it stands for; absent where it stands for none
  public record MappedCell(
      @NotNull @Size(max = 200) String cell, @Nullable @Size(min = 1, max = 1000) String to) {}

  /// The column of a field.
  ///
  /// @param field the path of a field, e.g. `party.givenName` or `party.contactPoints.0.value`
  public record MappedColumn(
      @NotNull @Size(min = 1, max = 200) String column,
      @NotNull @Pattern(regexp = FIELD) @Size(min = 1, max = 200) String field,
      @Nullable @Size(max = 1000) List<@NotNull @Valid MappedCell> cells) {}

  /// A field that every row has.
  public record ConstantField(
      @NotNull @Pattern(regexp = FIELD) @Size(min = 1, max = 200) String field,
      @NotNull @Size(min = 1, max = 1000) String value) {}

  char delimiterChar() {
    return delimiter == null ? ',' : delimiter.charAt(0);
  }

  Charset charsetOrUtf8() {
    return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
  }

  List<ConstantField> constantList() {
    return constants == null ? List.of() : constants;
  }
}
