package org.customerfocus.survey.response;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.Questionnaire;
import org.jspecify.annotations.Nullable;

/// How much a response looks like one that no person gave, from what came with it alone.
///
/// Each reason r has a weight w(r) from 0 to 1, and the score is 1 − Π (1 − w(r)): reasons add to
/// each other, and none outweighs another.
///
/// | reason | weight |
/// | --- | --- |
/// | honeypot | 1 |
/// | too-fast | 0.8 × (1 − t / t₀) below t₀ = 1 s an answered question, t the time it took |
/// | straight-line | 0.3 for eight or more questions on scales, all with one step |
/// | web-addresses | 0.4 |
final class SpamScore {

  private static final double HONEYPOT = 1;
  private static final double FAST = 0.8;
  private static final double STRAIGHT = 0.3;
  private static final double ADDRESSES = 0.4;

  private static final Duration LEAST_READING = Duration.ofSeconds(1);
  private static final int LONG_ROW = 8;
  private static final Pattern ADDRESS = Pattern.compile("(?i)\\bhttps?://|\\bwww\\.");

  private SpamScore() {}

  /// @param took how long it took to answer, where that is known
  static Spam of(
      Questionnaire questionnaire,
      List<Answer> answers,
      @Nullable String honeypot,
      @Nullable Duration took) {
    List<Answer> given =
        answers.stream()
            .filter(answer -> answer.nonAnswer() == null && isAsked(questionnaire, answer))
            .toList();
    List<Spam.Reason> reasons = new ArrayList<>();
    double innocent = 1;
    if (honeypot != null && !honeypot.isEmpty()) {
      reasons.add(Spam.Reason.HONEYPOT);
      innocent *= 1 - HONEYPOT;
    }
    Duration reading = LEAST_READING.multipliedBy(given.size());
    if (took != null && took.compareTo(reading) < 0) {
      reasons.add(Spam.Reason.TOO_FAST);
      double share = (double) Math.max(took.toMillis(), 0) / reading.toMillis();
      innocent *= 1 - FAST * (1 - share);
    }
    if (isStraight(given)) {
      reasons.add(Spam.Reason.STRAIGHT_LINE);
      innocent *= 1 - STRAIGHT;
    }
    if (given.stream().anyMatch(SpamScore::hasAddress)) {
      reasons.add(Spam.Reason.WEB_ADDRESSES);
      innocent *= 1 - ADDRESSES;
    }
    long millionths = Math.round((1 - innocent) * 1_000_000);
    return millionths == 0 ? Spam.NONE : new Spam(millionths, List.copyOf(reasons));
  }

  private static boolean isAsked(Questionnaire questionnaire, Answer answer) {
    Item question = questionnaire.question(answer.linkId());
    return question != null && question.expression() == null;
  }

  private static boolean isStraight(List<Answer> given) {
    List<Integer> steps = given.stream().map(Answer::value).filter(Objects::nonNull).toList();
    return steps.size() >= LONG_ROW && steps.stream().distinct().count() == 1;
  }

  private static boolean hasAddress(Answer answer) {
    return holdsAddress(answer.text()) || holdsAddress(answer.otherText());
  }

  private static boolean holdsAddress(@Nullable String text) {
    return text != null && ADDRESS.matcher(text).find();
  }
}
