package org.customerfocus.survey.results;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.customerfocus.conventions.figure.Figure;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.authoring.PublishedSurveys.PublishedVersion;
import org.customerfocus.survey.counting.CountedRow;
import org.customerfocus.survey.counting.Part;
import org.customerfocus.survey.counting.SplitKind;
import org.customerfocus.survey.questionnaire.AnswerMember;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Option;
import org.customerfocus.survey.results.ResultsView.AnswerCount;
import org.customerfocus.survey.results.ResultsView.NonAnswerCount;
import org.customerfocus.survey.results.ResultsView.QuestionResult;
import org.customerfocus.survey.results.ResultsView.ResultPart;
import org.customerfocus.survey.results.ResultsView.ResultSplit;
import org.jspecify.annotations.Nullable;

/// Puts results together from counted rows. A split that does not overlap is summed up to the
/// whole, so that its parts make up the whole by construction.
final class Assembly {

  /// Under which all respondents stand beside the questions.
  static final String EVERYBODY = "";

  private final List<PublishedVersion> versions;
  private final Scores scores;
  private final Frame frame;
  private final String reason;
  private final LinkedHashMap<String, Item> questions = new LinkedHashMap<>();
  private Map<String, Set<Part>> nested = Map.of();

  /// @param versions all versions of the survey, the oldest first
  /// @param scope the version that the results are of, or null for all
  /// @param asked the ids of the questions to tell about; all where it is empty
  /// @throws ProblemException 400 when an asked question is in no version in scope
  Assembly(
      List<PublishedVersion> versions,
      @Nullable PublishedVersion scope,
      List<String> asked,
      Scores scores) {
    this.versions = versions;
    this.scores = scores;
    frame = new Frame(versions, scope);
    reason = frame.reason();
    List<PublishedVersion> shown = scope == null ? versions.reversed() : List.of(scope);
    shown.forEach(
        version ->
            version
                .questionnaire()
                .questions()
                .forEach(question -> questions.putIfAbsent(question.linkId(), question)));
    for (String linkId : asked) {
      if (!questions.containsKey(linkId)) {
        throw ProblemException.parameter(
            "question",
            "names the unknown question %s; known are %s"
                .formatted(linkId, String.join(", ", questions.keySet())));
      }
    }
    if (!asked.isEmpty()) {
      questions.keySet().retainAll(asked);
    }
  }

  /// Parts that are withheld for what other ways of splitting would tell, by question.
  Assembly withholding(Map<String, Set<Part>> given) {
    nested = given;
    return this;
  }

  ResultsView results(
      double level,
      List<CountedRow> wholeRows,
      @Nullable Splitter splitter,
      List<CountedRow> parts) {
    Group whole = new Group(frame);
    wholeRows.forEach(whole::add);
    Set<String> hidden = hiddenQuestions(whole);
    List<QuestionResult> found =
        questions.values().stream()
            .map(
                question ->
                    result(
                        question,
                        whole,
                        hidden.contains(question.linkId()),
                        whole.hasSmallCount(question),
                        whole.weighted()))
            .toList();
    return new ResultsView(
        versions.getLast().surveyId(),
        frame.scope() == null ? null : frame.scope().id(),
        level,
        whole.small() ? null : whole.people(),
        found,
        splitter == null ? null : split(splitter, parts, hidden, whole));
  }

  private Set<String> hiddenQuestions(Group whole) {
    Set<String> hidden = new HashSet<>();
    questions.values().stream()
        .filter(question -> whole.small() || whole.small(question))
        .forEach(question -> hidden.add(question.linkId()));
    return hidden;
  }

  /// A score of the one question asked for, of the whole or of each part that has a value: told
  /// where [#results] tell it.
  ///
  /// @throws ProblemException 400 where the question has no such score
  List<ScoreSample> samples(
      List<CountedRow> wholeRows,
      @Nullable Splitter splitter,
      List<CountedRow> rows,
      @Nullable ScoreName asked) {
    Item question = questions.firstEntry().getValue();
    ScoreName score = ScoreName.of(question, asked);
    Group whole = new Group(frame);
    wholeRows.forEach(whole::add);
    Set<String> hidden = hiddenQuestions(whole);
    if (splitter == null) {
      return List.of(
          sample(null, null, question, score, whole, hidden.contains(question.linkId())));
    }
    Cells cells = cells(splitter, rows, hidden, whole);
    return cells.groups().keySet().stream()
        .filter(part -> part.value() != null)
        .sorted(order(splitter))
        .map(
            part ->
                sample(
                    part.value(),
                    splitter.labelOf(part),
                    question,
                    score,
                    cells.group(part),
                    cells.hides(question, part)))
        .toList();
  }

  private ScoreSample sample(
      @Nullable String value,
      @Nullable String label,
      Item question,
      ScoreName score,
      Group group,
      boolean withheld) {
    Tally tally = group.of(question);
    Figure figure =
        score.of(withheld ? scores.withheld(question, reason) : scores.of(question, tally));
    return new ScoreSample(
        value, label, figure, withheld || tally.n() == 0 ? null : score.of(question, tally));
  }

  /// The parts of a split that do not overlap, as [#results] tell of them.
  Cells cells(Splitter splitter, List<CountedRow> rows) {
    Group whole = new Group(frame);
    rows.forEach(whole::add);
    return cells(splitter, rows, hiddenQuestions(whole), whole);
  }

  /// The questions that it tells about.
  Collection<Item> questions() {
    return questions.values();
  }

  /// The parts of a split, and what is not told of them.
  record Cells(
      Map<Part, Group> groups,
      Set<Part> hiddenParts,
      Map<String, Set<Part>> hiddenCells,
      Set<String> hiddenCounts) {

    Group group(Part part) {
      return Objects.requireNonNull(groups.get(part));
    }

    boolean hides(Item question, Part part) {
      return hiddenCells.getOrDefault(question.linkId(), Set.of()).contains(part);
    }
  }

  private Cells cells(
      Splitter splitter, List<CountedRow> rows, Set<String> hiddenQuestions, Group whole) {
    Map<Part, Group> groups = new LinkedHashMap<>();
    splitter
        .options()
        .forEach(option -> groups.put(new Part(option.code(), null), new Group(frame)));
    rows.forEach(row -> groups.computeIfAbsent(row.part(), part -> new Group(frame)).add(row));
    PartTable people = new PartTable(frame, whole, groups, null);
    boolean[][] withheld =
        people.withheld(splitter, people.given(nested.getOrDefault(EVERYBODY, Set.of())));
    Set<Part> hiddenParts = people.inScope(withheld);
    Map<String, Set<Part>> hiddenCells = new HashMap<>();
    questions
        .values()
        .forEach(
            question ->
                hiddenCells.put(
                    question.linkId(),
                    hiddenQuestions.contains(question.linkId())
                        ? groups.keySet()
                        : hiddenCells(splitter, question, groups, withheld, whole)));
    // What one part does not tell could be found from the others and the whole: all or none.
    Set<String> hiddenCounts = new HashSet<>();
    questions.values().stream()
        .filter(q -> groups.values().stream().anyMatch(group -> group.hasSmallCount(q)))
        .forEach(question -> hiddenCounts.add(question.linkId()));
    // Whoever is in another version has a say in what is withheld, and is not told of. Periods are
    // told about when nobody answered in them, too.
    Map<Part, Group> told = new LinkedHashMap<>(groups);
    told.values().removeIf(group -> group.people() == 0 && splitter.kind() != SplitKind.DAY);
    return new Cells(told, hiddenParts, hiddenCells, hiddenCounts);
  }

  private ResultSplit split(
      Splitter splitter, List<CountedRow> rows, Set<String> hiddenQuestions, Group whole) {
    Cells cells = cells(splitter, rows, hiddenQuestions, whole);
    List<ResultPart> parts = new ArrayList<>();
    cells.groups().keySet().stream()
        .sorted(order(splitter))
        .forEach(
            part -> {
              Group group = cells.group(part);
              parts.add(
                  new ResultPart(
                      part.value(),
                      part.nonAnswer(),
                      splitter.labelOf(part),
                      cells.hiddenParts().contains(part) ? null : group.people(),
                      questions.values().stream()
                          .map(
                              question ->
                                  result(
                                      question,
                                      group,
                                      cells.hides(question, part),
                                      cells.hiddenCounts().contains(question.linkId()),
                                      whole.weighted()))
                          .toList()));
            });
    return new ResultSplit(splitter.id(), splitter.label(), splitter.overlapping(), parts);
  }

  /// @param withheld the respondents that are, by version and part
  private Set<Part> hiddenCells(
      Splitter splitter,
      Item question,
      Map<Part, Group> groups,
      boolean[][] withheld,
      Group whole) {
    PartTable answers = new PartTable(frame, whole, groups, question);
    boolean[][] given = answers.given(nested.getOrDefault(question.linkId(), Set.of()));
    for (int row = 0; row < given.length; row++) {
      for (int part = 0; part < given[row].length; part++) {
        given[row][part] |= withheld[row][part];
      }
    }
    return answers.inScope(answers.withheld(splitter, given));
  }

  private static Comparator<Part> order(Splitter splitter) {
    Comparator<Part> byValue =
        splitter.numeric()
            ? Comparator.comparing(
                part -> part.value() == null ? null : new java.math.BigDecimal(part.value()),
                Comparator.nullsLast(Comparator.naturalOrder()))
            : Comparator.comparing(Part::value, Comparator.nullsLast(Comparator.naturalOrder()));
    return Comparator.comparingInt(splitter::rank)
        .thenComparing(byValue)
        .thenComparing(Part::nonAnswer, Comparator.nullsFirst(Comparator.naturalOrder()));
  }

  private QuestionResult result(
      Item question, Group group, boolean withheld, boolean countsWithheld, boolean weighted) {
    Tally tally = group.of(question);
    if (withheld) {
      return new QuestionResult(
          question.linkId(),
          question.type(),
          question.text(),
          null,
          null,
          scores.withheld(question, reason),
          null,
          null,
          null,
          true);
    }
    return new QuestionResult(
        question.linkId(),
        question.type(),
        question.text(),
        tally.n(),
        tally.base(),
        scores.of(question, tally),
        weighted && hasScores(question) ? scores.weighted(question, tally) : null,
        countsWithheld ? null : counts(question, tally),
        countsWithheld ? null : nonAnswers(question, tally),
        null);
  }

  private static boolean hasScores(Item question) {
    return question.type().isScale() || question.type().member() == AnswerMember.NUMBER;
  }

  private @Nullable List<AnswerCount> counts(Item question, Tally tally) {
    if (question.type().isScale()) {
      return tally.values().entrySet().stream()
          .map(
              each -> new AnswerCount(each.getKey(), null, null, null, each.getValue(), null, null))
          .toList();
    }
    if (question.type().hasOptions()) {
      return question.optionList().stream().map(option -> count(question, option, tally)).toList();
    }
    if (question.type() == ItemType.CONSENT) {
      return Stream.of(true, false).map(accepted -> count(accepted, tally)).toList();
    }
    return null;
  }

  private AnswerCount count(Item question, Option option, Tally tally) {
    long count = tally.option(option.code());
    return new AnswerCount(
        null,
        option.code(),
        option.label(),
        null,
        count,
        scores.share(tally, count),
        scores.mean(question, tally, option));
  }

  private AnswerCount count(boolean accepted, Tally tally) {
    long count = tally.option(Boolean.toString(accepted));
    return new AnswerCount(null, null, null, accepted, count, scores.share(tally, count), null);
  }

  private static List<NonAnswerCount> nonAnswers(Item question, Tally tally) {
    List<Option> own = question.nonAnswers() == null ? List.of() : question.nonAnswers();
    return tally.nonAnswers().entrySet().stream()
        .map(
            each ->
                new NonAnswerCount(
                    each.getKey(),
                    own.stream()
                        .filter(option -> option.code().equals(each.getKey()))
                        .map(Option::label)
                        .findFirst()
                        .orElse(null),
                    each.getValue()))
        .toList();
  }
}
