package org.customerfocus.survey.page;

import java.util.List;

/// One block of a page.
///
/// @param kind `heading`, `statement`, `open` and `close` (of a pair), `choices`, `input`, `area`,
///   `slider`, `entries` or `matrix`
/// @param id of its first control, where errors lead to
/// @param lang the language of the text where it is not the page's; empty where it is
/// @param described the ids of what explains it
public record Block(
    String kind,
    int level,
    String id,
    String text,
    String lang,
    String help,
    String fault,
    boolean required,
    String described,
    boolean tiles,
    String low,
    String high,
    List<Choice> choices,
    List<Control> controls,
    List<Column> columns,
    List<Line> lines,
    List<Choice> nonAnswers) {

  /// A radio button or a check box.
  ///
  /// @param words the name of the field for own words, empty where there is none
  public record Choice(
      String type,
      String id,
      String name,
      String value,
      String label,
      boolean checked,
      boolean aside,
      String words,
      String written) {}

  /// A field that is written into.
  public record Control(
      String type,
      String id,
      String name,
      String label,
      String value,
      String min,
      String max,
      String step,
      String length,
      String complete,
      String mode) {}

  /// The head of a column of a matrix.
  public record Column(String id, String label) {}

  /// A row of a matrix.
  public record Line(
      String id,
      String head,
      String text,
      String lang,
      String help,
      String fault,
      boolean required,
      String described,
      List<Choice> cells) {}
}
