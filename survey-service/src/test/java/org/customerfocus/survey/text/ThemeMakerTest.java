package org.customerfocus.survey.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ThemeMakerTest {

  private static List<FoundTheme> themes(Tongue tongue, List<String> texts, Set<String> taken) {
    ThemeMaker maker = new ThemeMaker(tongue, taken);
    texts.forEach(maker::count);
    maker.choose(3);
    texts.forEach(maker::relate);
    return maker.themes(10);
  }

  private static final List<String> REMARKS =
      List.of(
          "The waiting time at security is far too long.",
          "Reduce waiting times at the security checkpoint!",
          "I hate the waiting time at the gate",
          "More power outlets please",
          "There should be power outlets at every gate",
          "I could not find a power outlet",
          "Clean the restrooms",
          "Restrooms were dirty",
          "dirty restroom near the food court",
          "Nothing, all was good",
          "Everything was fine, thanks");

  @Test
  void formsOfWordsAreOneThemeAndPhrasesComeFirst() {
    List<FoundTheme> themes = themes(Tongue.ENGLISH, REMARKS, Set.of());

    assertThat(themes.stream().map(FoundTheme::name))
        .contains("power outlets", "restrooms")
        .doesNotContain("the", "good", "everything", "not");
    assertThat(themes.getFirst().name()).contains(" ");
    assertThat(themes(Tongue.ENGLISH, REMARKS, Set.of())).isEqualTo(themes);
  }

  @Test
  void whatAlmostEverybodySpeaksOfIsATheme() {
    List<String> texts = List.of("Long queues", "The queue!", "Queues again", "More staff");
    assertThat(themes(Tongue.ENGLISH, texts, Set.of()).getFirst().name()).isEqualTo("queues");
  }

  @Test
  void whatAPersonHasNamedIsNotFoundAgain() {
    Words words = new Words(Tongue.ENGLISH);
    String outlet = words.term("Power outlets").orElseThrow();
    assertThat(words.held("a power outlet!")).contains(outlet);
    assertThat(words.term("one two three four")).isEmpty();
    assertThat(words.term("the gate")).isEmpty();
    assertThat(words.term("XXXX")).isEmpty();

    assertThat(themes(Tongue.ENGLISH, REMARKS, Set.of(outlet)).stream().map(FoundTheme::name))
        .doesNotContain("power outlets");
  }

  @Test
  void otherLanguagesHaveTheirOwnWords() {
    List<String> texts =
        List.of(
            "Die Wartezeiten an der Hotline sind zu lang.",
            "Kürzere Wartezeit an der Hotline wäre schön",
            "Nach langer Wartezeit legte jemand auf",
            "Die Rechnung war falsch und nicht verständlich",
            "Ich habe die Rechnung nicht verstanden",
            "Die Rechnungen kommen immer zu spät");
    assertThat(texts).allMatch(text -> Tongue.detect(text, Tongue.OTHER) == Tongue.GERMAN);
    assertThat(themes(Tongue.GERMAN, texts, Set.of()).stream().map(FoundTheme::name))
        .contains("wartezeit", "rechnung");
    assertThat(
            Tongue.detect(
                "Les caisses sont trop lentes et il n'y a pas assez de monde", Tongue.OTHER))
        .isEqualTo(Tongue.FRENCH);
    assertThat(Tongue.detect("Parking", Tongue.GERMAN)).isEqualTo(Tongue.GERMAN);
    assertThat(Tongue.of("de-AT")).isEqualTo(Tongue.GERMAN);
    assertThat(Tongue.of("nb")).isEqualTo(Tongue.NORWEGIAN);
  }

  @Test
  void memoryIsBoundedHoweverManyWordsThereAre() {
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      StringBuilder text = new StringBuilder("late delivery");
      for (int j = 0; j < 20; j++) {
        text.append(", ").append(word(i * 20 + j));
      }
      texts.add(i % 3 == 0 ? text.toString() : text.substring(13));
    }
    assertThat(themes(Tongue.ENGLISH, texts, Set.of()).getFirst().name())
        .isEqualTo("late delivery");
  }

  private static String word(int number) {
    StringBuilder word = new StringBuilder("w");
    for (int left = number + 1; left > 0; left /= 20) {
      word.append((char) ('a' + left % 20));
    }
    return word.append('q').toString();
  }
}
