package org.customerfocus.survey.questionnaire;

import org.customerfocus.conventions.wire.WireEnum;

/// The kinds of question, each with the one member of an answer that carries its value.
public enum QuestionType implements WireEnum {
  /// How likely to recommend, 0–10.
  NPS(AnswerMember.VALUE),
  /// Satisfaction on a scale whose top boxes the survey names.
  CSAT(AnswerMember.VALUE),
  /// How easy it was, 1–7, 7 the easiest.
  CES(AnswerMember.VALUE),
  /// Any other rating in whole steps.
  SCALE(AnswerMember.VALUE),
  /// One of the options.
  SINGLE_CHOICE(AnswerMember.OPTION_CODES),
  /// One or more of the options.
  MULTIPLE_CHOICE(AnswerMember.OPTION_CODES),
  /// A number.
  NUMBER(AnswerMember.NUMBER),
  /// The respondent's own words.
  TEXT(AnswerMember.TEXT),
  /// A day.
  DATE(AnswerMember.DATE);

  private final AnswerMember member;

  QuestionType(AnswerMember member) {
    this.member = member;
  }

  /// Which member of an answer carries the value.
  public AnswerMember member() {
    return member;
  }

  /// Whether answers are steps of a scale, and so have scores.
  public boolean isScale() {
    return member == AnswerMember.VALUE;
  }

  /// Whether answers are chosen from options.
  public boolean isChoice() {
    return member == AnswerMember.OPTION_CODES;
  }
}
