package org.customerfocus.agreement.openslo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documents that OpenSLO publishes itself: which of them keep its rules, and why the others do
/// not.
class OpenSloRulesTest {

  private static final String LABEL =
      "must be a DNS label of RFC 1123: at most 63 lower-case letters, digits or -, beginning and"
          + " ending with a letter or digit";

  @Test
  void publishedDocumentsPassOrAreRefusedWithTheReason() throws Exception {
    TreeMap<String, List<String>> found = new TreeMap<>();
    int passed = 0;
    try (Stream<Path> files = Files.walk(root())) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).toList()) {
        List<String> faults = faults(Files.readString(file));
        if (faults.isEmpty()) {
          passed++;
        } else {
          found.put(root().relativize(file).toString(), faults);
        }
      }
    }
    String told =
        found.entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining("\n"))
            .replace(LABEL, "must be a DNS label");
    assertThat(told)
        .isEqualTo(
            """
          cases/alert-condition/alert-condition-no-condition.yaml [6 /0/spec/condition is required]
          cases/alert-condition/alert-condition-no-sev.yaml [6 /0/spec/severity is required]
          cases/alert-notification-target/alert-notification-target-no-target.yaml [5 /0/spec/target is required]
          cases/alert-policy/alert-policy-inline-cond.yaml [19 /0/spec/conditions/0/spec/condition/op is required]
          cases/alert-policy/alert-policy-malformed-cond.yaml [12 /0/spec/conditions/0 needs conditionRef or spec]
          cases/alert-policy/alert-policy-malformed-targetref.yaml [15 /0/spec/notificationTargets/0 needs targetRef or spec]
          cases/alert-policy/alert-policy-many-cond.yaml [11 /0/spec/conditions must have exactly 1 item]
          cases/alert-policy/alert-policy-no-cond.yaml [6 /0/spec/conditions is required]
          cases/alert-policy/alert-policy-no-notification.yaml [6 /0/spec/notificationTargets is required]
          cases/invalid-apiversion-foo.yaml [1 /0/apiVersion must be one of openslo/v1]
          cases/invalid-apiversion.yaml [1 /0/apiVersion must be one of openslo/v1, 4 /0/metadata/name must be a DNS label]
          cases/service/service-long-description.yaml [7 /0/spec/description must have at most 1050 characters]
          cases/sli/sli-description-ratio-inline-metricsource.yaml [34 /0/spec/ratioMetric/total/metricSource/spec is required: what to ask the source for, 8 /0/spec/ratioMetric has both good and bad: give one]
          cases/sli/sli-ratio-good-and-bad.yaml [8 /0/spec/ratioMetric has both good and bad: give one]
          cases/slo/slo-indicatorref-calendar-alerts.yaml [21 /0/spec/alertPolicies/0 must be a mapping]
          cases/slo/slo-indicatorref-rolling-alerts.yaml [18 /0/spec/alertPolicies/0 must be a mapping]
          cases/slo/slo-no-indicatorref-calendar-alerts.yaml [39 /0/spec/alertPolicies/0 must be a mapping]
          cases/slo/slo-no-indicatorref-rolling-alerts.yaml [36 /0/spec/alertPolicies/0 must be a mapping]
          specification/01-notes-sli.yaml [6 /0/spec/budgetingMethod is required]
          specification/02-notes-alertpolicy.yaml [4 /0/metadata/name must be a DNS label]
          specification/03-notes-alertpolicy.yaml [4 /0/metadata/name must be a DNS label]
          specification/05-alertnotificationtarget.yaml [4 /0/metadata/name must be a DNS label]
          specification/06-alertnotificationtarget.yaml [4 /0/metadata/name must be a DNS label]""");
    assertThat(passed).isEqualTo(30);
  }

  @Test
  void tellsWhatIsWrongAndWhere() {
    assertThat(
            faults(
                """
                apiVersion: openslo/v1
                kind: SLO
                metadata: {name: a, displayName: no}
                spec:
                  service: shop
                  indicatorRef: x
                  budgetingMethod: Timeslices
                  timeWindow: [{duration: 1M, isRolling: true, calendar: {startTime: now, timeZone: Mars}}]
                  objectives: [{target: 1, targetPercent: 5, op: eq}, {timeSliceWindow: 5, timeSliceTarget: 2, target: 0.5}]
                """))
        .containsExactly(
            "8 /0/spec/timeWindow/0/calendar must be absent: the window is rolling",
            "8 /0/spec/timeWindow/0/calendar/startTime must be a date and time such as 2020-01-21"
                + " 12:30:00",
            "8 /0/spec/timeWindow/0/calendar/timeZone must be an IANA time zone, such as"
                + " America/New_York",
            "9 /0/spec/objectives/0/op must be one of gt, gte, lt, lte",
            "9 /0/spec/objectives/0 has both target and targetPercent: give one",
            "9 /0/spec/objectives/0/timeSliceTarget is required",
            "9 /0/spec/objectives/0/timeSliceWindow is required",
            "9 /0/spec/objectives/1/timeSliceTarget must be a number from 0 to 1");
  }

  @Test
  void whatGrowsOrConstructsIsRefused() {
    assertThat(
            faults(
                """
                a: &a [1,1,1,1,1,1,1,1,1,1]
                b: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]
                c: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b]
                d: [*c,*c,*c,*c,*c,*c,*c,*c,*c,*c]
                """))
        .singleElement()
        .asString()
        .contains("cannot be read as YAML: it is too large");
    assertThat(faults("a: &a [*a]")).singleElement().asString().contains("too many parts");
    assertThat(faults("[".repeat(5000))).singleElement().asString().contains("cannot be read");
    assertThat(faults("!!javax.script.ScriptEngineManager [x]").getFirst()).contains("tag");
    assertThat(faults("a: 1\na: 2")).first().asString().isEqualTo("2 /0/a is given twice");
    assertThat(faults("a: [")).singleElement().asString().contains("cannot be read as YAML");
  }

  @Test
  void readsSeveralDocumentsListsAndJson() {
    String json =
        "{\"apiVersion\": \"openslo/v1\", \"kind\": \"Service\", \"metadata\": {\"name\": \"%s\"}}";
    assertThat(faults("[" + json.formatted("a") + "," + json.formatted("b") + "]")).isEmpty();
    assertThat(faults("---\n" + json.formatted("a") + "\n---\n" + json.formatted("a")))
        .containsExactly("4 /1/metadata/name names another Service of this text already");
  }

  static List<String> faults(String text) {
    OpenSloCheck check = OpenSloRules.check(OpenSloText.read(text));
    return check.faults().stream()
        .map(fault -> "%d %s %s".formatted(fault.line(), fault.pointer(), fault.detail()))
        .toList();
  }

  private static Path root() throws URISyntaxException, IOException {
    URL folder = Objects.requireNonNull(OpenSloRulesTest.class.getResource("/openslo/README.md"));
    return Objects.requireNonNull(Path.of(folder.toURI()).getParent());
  }
}
