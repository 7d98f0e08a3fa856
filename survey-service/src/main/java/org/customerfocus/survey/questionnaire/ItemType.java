package org.customerfocus.survey.questionnaire;

import java.util.Objects;
import org.customerfocus.conventions.wire.WireEnum;
import org.jspecify.annotations.Nullable;

/// The kinds of item: questions, each with the one member of an answer that carries its value, and
/// what holds or accompanies them.
public enum ItemType implements WireEnum {
  /// A section: items under a heading.
  GROUP(null),
  /// A table of questions that share one scale or one list of options: an item a row.
  MATRIX(null),
  /// What was expected and what was perceived: two items of type `scale` with the same steps.
  EXPECTATION_PERCEPTION(null),
  /// Text to read; nothing to answer.
  STATEMENT(null),
  /// How likely to recommend, 0–10.
  NPS(AnswerMember.VALUE),
  /// Satisfaction on a scale whose top boxes the survey names.
  CSAT(AnswerMember.VALUE),
  /// How easy it was, 1–7, 7 the easiest.
  CES(AnswerMember.VALUE),
  /// Any other rating in whole steps.
  SCALE(AnswerMember.VALUE),
  /// A number between two ends, in steps.
  SLIDER(AnswerMember.NUMBER),
  /// One of the options.
  SINGLE_CHOICE(AnswerMember.OPTION_CODES),
  /// One or more of the options.
  MULTIPLE_CHOICE(AnswerMember.OPTION_CODES),
  /// The options in the respondent's order, the first the highest.
  RANKING(AnswerMember.OPTION_CODES),
  /// A sum shared out among the options.
  CONSTANT_SUM(AnswerMember.ALLOCATION),
  /// A number.
  NUMBER(AnswerMember.NUMBER),
  /// The respondent's own words, at length.
  TEXT(AnswerMember.TEXT),
  /// The respondent's own words, one line.
  SHORT_TEXT(AnswerMember.TEXT),
  /// An e-mail address.
  EMAIL(AnswerMember.TEXT),
  /// A telephone number, with the country code.
  PHONE(AnswerMember.TEXT),
  /// A day.
  DATE(AnswerMember.DATE),
  /// Whether they agree to something.
  CONSENT(AnswerMember.ACCEPTED),
  /// A number that is computed from other answers, never asked.
  COMPUTED(AnswerMember.NUMBER);

  private final @Nullable AnswerMember member;

  ItemType(@Nullable AnswerMember member) {
    this.member = member;
  }

  /// Which member of an answer carries the value; only questions have one.
  public AnswerMember member() {
    return Objects.requireNonNull(member);
  }

  /// Whether there are answers to it.
  public boolean isQuestion() {
    return member != null;
  }

  /// Whether it holds other items.
  public boolean isContainer() {
    return this == GROUP || this == MATRIX || this == EXPECTATION_PERCEPTION;
  }

  /// Whether answers are steps of a scale, and so have scores.
  public boolean isScale() {
    return member == AnswerMember.VALUE;
  }

  /// Whether answers are chosen from options.
  public boolean isChoice() {
    return member == AnswerMember.OPTION_CODES;
  }

  /// Whether it has options to choose from, to order or to share a sum among.
  public boolean hasOptions() {
    return isChoice() || member == AnswerMember.ALLOCATION;
  }

  /// Whether answers are words, which may tell who gave them.
  public boolean isText() {
    return member == AnswerMember.TEXT;
  }
}
