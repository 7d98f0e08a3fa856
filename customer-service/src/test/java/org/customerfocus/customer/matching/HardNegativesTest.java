package org.customerfocus.customer.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customerfocus.customer.matching.Someone.HOME;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Pairs that agree in much and are two parties all the same: by what is believed before any data,
/// and by what a register full of faults has taught.
class HardNegativesTest {

  private static List<Model> models;

  @Test
  void twinsAreNotCertainlyOne() throws IOException {
    neverCertain(
        Someone.person("Anna", "de Vries", "19900412", HOME, ""),
        Someone.person("Sophie", "de Vries", "19900412", HOME, ""));
  }

  @Test
  void fatherAndSonOfOneNameAreNotCertainlyOne() throws IOException {
    neverCertain(
        Someone.person("Jan", "Jansen", "19580203", HOME, "family@jansen.example"),
        Someone.person("Jan", "Jansen", "19890917", HOME, "family@jansen.example"));
    neverCertain(
        Someone.person("Jan", "Jansen", "", HOME, "family@jansen.example"),
        Someone.person("Jan", "Jansen", "", HOME, "family@jansen.example"));
  }

  @Test
  void subsidiariesAreNotCertainlyOne() throws IOException {
    neverCertain(
        Someone.organization(
            "Northwind Logistics B.V.", HOME, List.of("info@northwind.example"), List.of()),
        Someone.organization(
            "Northwind Leasing B.V.", HOME, List.of("info@northwind.example"), List.of()));
    neverCertain(
        Someone.organization(
            "Northwind BV", HOME, List.of("info@northwind.example"), List.of("vat:nl001234567b01")),
        Someone.organization(
            "Northwind NV",
            HOME,
            List.of("info@northwind.example"),
            List.of("vat:nl998877665b01")));
  }

  @Test
  void thoseWhoShareAMailboxAreNotWorthALook() throws IOException {
    Profile one = Someone.person("Ravi", "Patel", "19751130", null, "office@practice.example");
    Profile other = Someone.person("Maria", "Costa", "19820309", null, "office@practice.example");
    neverCertain(one, other);
    for (Model model : models()) {
      assertThat(model.probability(one, other)).isLessThan(Judgement.REVIEW);
    }
  }

  @Test
  void onePersonWithATypingErrorIsFound() {
    Judgement judgement =
        Model.believed(1000)
            .judge(
                Someone.person("Katharina", "de Vries", "19900412", HOME, "k@example.org"),
                Someone.person("Katarina", "de Vreis", "19900412", HOME, "k@example.org"));

    assertThat(judgement.certainty()).isEqualTo(Certainty.CERTAIN);
    assertThat(judgement.fields())
        .filteredOn(field -> field.field() == MatchField.FAMILY_NAME)
        .singleElement()
        .satisfies(
            field -> {
              assertThat(field.level()).isEqualTo(Level.CLOSE);
              assertThat(field.weight())
                  .isCloseTo(Math.log(field.m() / field.u()) / Math.log(2), within(1e-12));
            });
  }

  @Test
  void oneOrganizationWithTwoLegalFormsIsFound() {
    assertThat(
            Model.believed(1000)
                .judge(
                    Someone.organization(
                        "Northwind B.V.", HOME, List.of(), List.of("vat:nl001234567b01")),
                    Someone.organization(
                        "Northwind BV", HOME, List.of(), List.of("vat:nl001234567b01")))
                .certainty())
        .isEqualTo(Certainty.CERTAIN);
  }

  private static void neverCertain(Profile one, Profile other) throws IOException {
    for (Model model : models()) {
      assertThat(model.judge(one, other).certainty()).isNotEqualTo(Certainty.CERTAIN);
    }
  }

  private static synchronized List<Model> models() throws IOException {
    if (models == null) {
      models =
          List.of(
              Model.believed(2),
              Model.believed(100_000),
              new Register(Febrl.read("febrl-3.csv").people()).train(1));
    }
    return models;
  }
}
