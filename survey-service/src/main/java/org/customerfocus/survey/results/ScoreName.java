package org.customerfocus.survey.results;

import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Objects;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.wire.WireColumn;
import org.customerfocus.conventions.wire.WireEnum;
import org.customerfocus.survey.questionnaire.AnswerMember;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.results.ResultsView.ResultScores;
import org.customerfocus.survey.statistics.Ces;
import org.customerfocus.survey.statistics.Csat;
import org.customerfocus.survey.statistics.Nps;
import org.customerfocus.survey.statistics.Score;
import org.jspecify.annotations.Nullable;

/// The scores by name. The first that a question's type has is its headline.
public enum ScoreName implements WireEnum {
  NPS,
  CSAT,
  CES,
  EASY,
  MEAN;

  /// The score asked for, or the headline of the question.
  ///
  /// @throws ProblemException 400 when the question has no such score
  public static ScoreName of(Item question, @Nullable ScoreName asked) {
    return Arrays.stream(values())
        .filter(score -> score.fits(question.type()) && (asked == null || asked == score))
        .findFirst()
        .orElseThrow(
            () ->
                ProblemException.parameter(
                    asked == null ? "question" : "score",
                    "is none that the question %s of type %s has"
                        .formatted(question.linkId(), question.type().wire())));
  }

  /// Whether questions of the type have it.
  public boolean fits(ItemType type) {
    return switch (this) {
      case NPS -> type == ItemType.NPS;
      case CSAT -> type == ItemType.CSAT;
      case CES, EASY -> type == ItemType.CES;
      case MEAN ->
          type == ItemType.CSAT
              || type == ItemType.SCALE
              || (type.isQuestion() && type.member() == AnswerMember.NUMBER);
    };
  }

  /// What one answer on the question's scale adds to it: the score is the mean of this, in the unit
  /// of the statistics.
  public int counts(Item question, int value) {
    return switch (this) {
      case NPS -> value >= 9 ? 1 : value <= 6 ? -1 : 0;
      case CSAT -> question.topBoxList().contains(value) ? 1 : 0;
      case EASY -> value >= 5 ? 1 : 0;
      case CES, MEAN -> value;
    };
  }

  /// The figure among those of a question that has one.
  Figure of(ResultScores scores) {
    return Objects.requireNonNull(
        switch (this) {
          case NPS -> scores.nps();
          case CSAT -> scores.csat();
          case CES -> scores.ces();
          case EASY -> scores.easy();
          case MEAN -> scores.mean();
        });
  }

  /// The same as it is compared, in the unit of the statistics.
  Score of(Item question, Tally tally) {
    return switch (this) {
      case NPS -> Nps.of(tally.distribution());
      case CSAT -> Csat.topBoxes(tally.distribution(), question.topBoxList());
      case EASY -> Ces.easy(tally.distribution());
      case CES -> tally.distribution().mean();
      case MEAN -> question.type().isScale() ? tally.distribution().mean() : tally.mean();
    };
  }

  @Converter(autoApply = true)
  static final class Column extends WireColumn<ScoreName> {
    Column() {
      super(ScoreName.class);
    }
  }
}
