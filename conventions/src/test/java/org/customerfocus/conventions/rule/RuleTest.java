package org.customerfocus.conventions.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customerfocus.conventions.rule.Rule.Comparison;
import org.customerfocus.conventions.rule.Rule.Group;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleTest {

  private static final Moment MOMENT = new Moment(Instant.parse("2026-03-31T12:00:00Z"));
  private static final Map<String, Class<?>> TYPES =
      Map.of(
          "name", String.class,
          "size", Long.class,
          "since", LocalDate.class,
          "at", Instant.class,
          "id", UUID.class,
          "open", Boolean.class);

  @Test
  void readsRsql() {
    assertThat(Rsql.parse("a==1;(b!=x*,c=in=(1,2));d=null=true;e>=5"))
        .isEqualTo(
            new Group(
                Combinator.AND,
                false,
                List.of(
                    new Comparison("a", Operator.EQUAL, List.of("1")),
                    new Group(
                        Combinator.OR,
                        false,
                        List.of(
                            new Comparison("b", Operator.NOT_BEGINS_WITH, List.of("x")),
                            new Comparison("c", Operator.IN, List.of("1", "2")))),
                    new Comparison("d", Operator.IS_NULL, List.of()),
                    new Comparison("e", Operator.GREATER_OR_EQUAL, List.of("5")))));
  }

  @Test
  void refusesWhatIsNoRuleOrTooLarge() {
    assertFault("name", "is not RSQL");
    assertFault("name=null=maybe", "true or false");
    assertFault("(".repeat(9) + "a==1" + ")".repeat(9) + ";".repeat(1), "is not RSQL");
    String deep = IntStream.range(0, 9).mapToObj(i -> "(a==1;").collect(Collectors.joining());
    assertFault(deep.replace(";", ",a==2;") + "a==1" + ")".repeat(9), "deeper than 8");
    assertFault(
        IntStream.range(0, 100).mapToObj(i -> "a==" + i).collect(Collectors.joining(",")),
        "more than 100");
    assertFault(
        "a=in=("
            + IntStream.range(0, 201).mapToObj(Integer::toString).collect(Collectors.joining(","))
            + ")",
        "more than 200 values");
  }

  private static void assertFault(String rsql, String why) {
    assertThatThrownBy(() -> Rsql.parse(rsql))
        .isInstanceOf(RuleFault.class)
        .hasMessageContaining(why);
  }

  @Test
  void refusesWhatTheFieldsDoNotAllow() {
    assertMisfit("colour==red", "unknown field colour");
    assertMisfit("open=gt=true", "compares open by order");
    assertMisfit("size==1*", "by its beginning");
    assertMisfit("since==2026-02-30", "no date");
    assertMisfit("since==-PT1H", "no date");
    assertMisfit("at==-P9999999Y", "no instant");
    assertMisfit("size==twelve", "no whole number");
  }

  private static void assertMisfit(String rsql, String why) {
    assertThatThrownBy(() -> RuleMatcher.of(Rsql.parse(rsql), TYPES::get, MOMENT))
        .isInstanceOf(RuleFault.class)
        .hasMessageContaining(why);
  }

  @Test
  void anAbsentValueMeetsNegationsAlone() {
    for (String met : List.of("size!=1", "size=out=(1,2)", "size=null=true", "name!=A*")) {
      assertThat(matches(met, (Object) null)).as(met).isTrue();
    }
    for (String unmet : List.of("size==1", "size<1", "size>=1", "size=null=false", "name==A*")) {
      assertThat(matches(unmet, (Object) null)).as(unmet).isFalse();
    }
  }

  @Test
  void ofSeveralValuesOneMeetsAndNoneMayMeetANegation() {
    assertThat(matches("name==A", "A", "B")).isTrue();
    assertThat(matches("name!=A", "A", "B")).isFalse();
    assertThat(matches("name!=C", "A", "B")).isTrue();
    assertThat(matches("name==A")).isFalse();
    assertThat(matches("name!=A")).isTrue();
    assertThat(matches("name=null=true")).isTrue();
  }

  @Test
  void periodsCountFromTheMoment() {
    assertThat(matches("since==-P1M", LocalDate.parse("2026-02-28"))).isTrue();
    assertThat(matches("since==P1W", LocalDate.parse("2026-04-07"))).isTrue();
    assertThat(matches("at==-P1DT12H", Instant.parse("2026-03-30T00:00:00Z"))).isTrue();
    assertThat(matches("at>-PT1H", Instant.parse("2026-03-31T11:00:01Z"))).isTrue();
  }

  @Test
  void textComesInTheOrderOfCodePoints() {
    // UTF-16 would put the emoji, a surrogate pair, before U+FFFD.
    assertThat(matches("name>\uFFFD", "\uD83D\uDE00")).isTrue();
    assertThat(matches("name==A*", "A")).isTrue();
    assertThat(matches("name==A*", "B")).isFalse();
  }

  private static boolean matches(String rsql, @Nullable Object... values) {
    return RuleMatcher.of(Rsql.parse(rsql), TYPES::get, MOMENT)
        .test(field -> Arrays.asList(values));
  }

  @Test
  void rulesKnowNoFramework() {
    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("..conventions.rule..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "io.quarkus..", "org.hibernate..", "com.fasterxml..")
        .because("pure packages import no framework")
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.customerfocus.conventions.rule"));
  }
}
