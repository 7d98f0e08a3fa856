package org.customerfocus.survey.page;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.survey.questionnaire.Item;
import org.customerfocus.survey.questionnaire.ItemType;
import org.customerfocus.survey.questionnaire.Logic.Path;
import org.customerfocus.survey.questionnaire.Questionnaire;

/// A questionnaire cut into pages: a section of the first level each, and what stands between
/// sections together, up to ten questions at a time.
record Steps(List<List<Item>> all) {

  private static final int MOST_QUESTIONS = 10;

  static Steps of(Questionnaire questionnaire) {
    List<List<Item>> steps = new ArrayList<>();
    List<Item> run = new ArrayList<>();
    int inRun = 0;
    for (Item item : questionnaire.items()) {
      boolean section = item.type() == ItemType.GROUP;
      int questions = questions(List.of(item)).size();
      if (inRun > 0 && (section || inRun + questions > MOST_QUESTIONS)) {
        steps.add(List.copyOf(run));
        run.clear();
        inRun = 0;
      }
      run.add(item);
      inRun += questions;
      if (section) {
        steps.add(List.copyOf(run));
        run.clear();
        inRun = 0;
      }
    }
    if (!run.isEmpty()) {
      steps.add(List.copyOf(run));
    }
    return new Steps(steps);
  }

  /// The questions that a page can ask.
  List<Item> questions(int step) {
    return questions(all.get(step));
  }

  private static List<Item> questions(List<Item> items) {
    List<Item> questions = new ArrayList<>();
    for (Item item : items) {
      if (isAsked(item)) {
        questions.add(item);
      }
      questions.addAll(questions(item.itemList()));
    }
    return questions;
  }

  private static boolean isAsked(Item item) {
    return item.type().isQuestion() && item.type() != ItemType.COMPUTED;
  }

  /// The pages that have something to show on this way through.
  List<Integer> shown(Path path) {
    List<Integer> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).stream().anyMatch(item -> displays(item, path))) {
        shown.add(i);
      }
    }
    return shown;
  }

  static boolean displays(Item item, Path path) {
    if (!path.shows(item)) {
      return false;
    }
    return item.type() == ItemType.STATEMENT
        || isAsked(item)
        || item.itemList().stream().anyMatch(each -> displays(each, path));
  }
}
