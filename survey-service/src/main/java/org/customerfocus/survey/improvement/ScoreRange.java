package org.customerfocus.survey.improvement;

import java.math.BigDecimal;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Scale;
import org.customerfocus.survey.results.ScoreName;
import org.jspecify.annotations.Nullable;

/// How far a score can move: what makes effects on different scores comparable.
final class ScoreRange {

  private static final BigDecimal NPS = BigDecimal.valueOf(200);
  private static final BigDecimal CES = BigDecimal.valueOf(6);

  private ScoreRange() {}

  /// @param score the headline of the question where it is null
  /// @return null where the question has no such score, or one without ends
  static @Nullable BigDecimal of(Item question, @Nullable ScoreName score) {
    ScoreName named = score == null ? headline(question.type()) : score;
    if (named == null || !named.fits(question.type())) {
      return null;
    }
    return switch (named) {
      case NPS -> NPS;
      case CSAT, EASY -> BigDecimal.ONE;
      case CES -> CES;
      case MEAN -> steps(question.scale());
    };
  }

  private static @Nullable ScoreName headline(ItemType type) {
    for (ScoreName each : ScoreName.values()) {
      if (each.fits(type)) {
        return each;
      }
    }
    return null;
  }

  private static @Nullable BigDecimal steps(@Nullable Scale scale) {
    return scale == null ? null : BigDecimal.valueOf((long) scale.max() - scale.min());
  }
}
