package org.customerfocus.customer.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.customerfocus.customer.consent.ConsentStatus.DENIED;
import static org.customerfocus.customer.consent.ConsentStatus.GIVEN;
import static org.customerfocus.customer.consent.ConsentStatus.OBJECTED;
import static org.customerfocus.customer.consent.ConsentStatus.WITHDRAWN;
import static org.customerfocus.customer.consent.ContactChannel.ANY;
import static org.customerfocus.customer.consent.ContactChannel.EMAIL;
import static org.customerfocus.customer.consent.ContactChannel.PHONE;
import static org.customerfocus.customer.consent.LegalBasis.CONSENT;
import static org.customerfocus.customer.consent.LegalBasis.LEGAL_OBLIGATION;
import static org.customerfocus.customer.consent.LegalBasis.LEGITIMATE_INTERESTS;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The order of precedence of consents, rule by rule and against a naive reading of the rules.
class PermissionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 15);
  private static final String NEWS = "newsletter";

  @Test
  void silenceIsNoConsent() {
    assertThat(decide()).isEqualTo(new Permission(false, PermissionReason.NOT_STATED, null));
    assertThat(decide(said(1, "survey", EMAIL, CONSENT, GIVEN)).allowed()).isFalse();
    assertThat(decide(said(1, NEWS, PHONE, CONSENT, GIVEN)).allowed()).isFalse();
  }

  @Test
  void aWithdrawalWinsOverAnOlderConsentAndANewConsentOverTheWithdrawal() {
    Statement given = said(1, NEWS, EMAIL, CONSENT, GIVEN);
    Statement withdrawn = said(2, NEWS, EMAIL, CONSENT, WITHDRAWN);
    Statement again = said(3, NEWS, EMAIL, CONSENT, GIVEN);
    assertThat(decide(given)).isEqualTo(new Permission(true, PermissionReason.GIVEN, given));
    assertThat(decide(withdrawn, given))
        .isEqualTo(new Permission(false, PermissionReason.WITHDRAWN, withdrawn));
    assertThat(decide(given, withdrawn, again))
        .isEqualTo(new Permission(true, PermissionReason.GIVEN, again));
  }

  @Test
  void aGeneralOptOutWinsOverANewerSpecificConsent() {
    Statement optOut = said(1, "any", ANY, CONSENT, WITHDRAWN);
    Statement specific = said(2, NEWS, EMAIL, CONSENT, GIVEN);
    assertThat(decide(optOut, specific))
        .isEqualTo(new Permission(false, PermissionReason.WITHDRAWN, optOut));
    Statement optIn = said(3, "any", ANY, CONSENT, GIVEN);
    assertThat(decide(optOut, specific, optIn))
        .isEqualTo(new Permission(true, PermissionReason.GIVEN, specific));
  }

  @Test
  void aSpecificRefusalWinsOverAGeneralConsent() {
    Statement optIn = said(2, "any", ANY, CONSENT, GIVEN);
    Statement denied = said(1, NEWS, ANY, CONSENT, DENIED);
    assertThat(decide(optIn, denied))
        .isEqualTo(new Permission(false, PermissionReason.DENIED, denied));
  }

  @Test
  void anObjectionEndsLegitimateInterests() {
    Statement interest = said(1, NEWS, EMAIL, LEGITIMATE_INTERESTS, GIVEN);
    Statement objection = said(2, NEWS, EMAIL, LEGITIMATE_INTERESTS, OBJECTED);
    assertThat(decide(interest).allowed()).isTrue();
    assertThat(decide(interest, objection).reason()).isEqualTo(PermissionReason.OBJECTED);
  }

  @Test
  void whatIsRequiredDoesNotAskForTheWill() {
    Statement optOut = said(2, "any", ANY, CONSENT, WITHDRAWN);
    Statement recall = said(1, NEWS, ANY, LEGAL_OBLIGATION, GIVEN);
    assertThat(decide(optOut, recall))
        .isEqualTo(new Permission(true, PermissionReason.REQUIRED, recall));
    Statement over = said(3, NEWS, ANY, LEGAL_OBLIGATION, WITHDRAWN);
    assertThat(decide(optOut, recall, over).reason()).isEqualTo(PermissionReason.WITHDRAWN);
    assertThat(decide(recall, over).reason()).isEqualTo(PermissionReason.NOT_STATED);
  }

  @Test
  void whatHasExpiredHoldsNoMoreAndBringsNothingBack() {
    Statement old = said(1, NEWS, EMAIL, CONSENT, GIVEN);
    Statement renewed = said(2, NEWS, EMAIL, CONSENT, GIVEN, DAY);
    assertThat(decide(old, renewed))
        .isEqualTo(new Permission(false, PermissionReason.EXPIRED, renewed));
    Statement refusedForAWhile = said(3, NEWS, EMAIL, CONSENT, WITHDRAWN, DAY);
    assertThat(decide(old, refusedForAWhile).reason()).isEqualTo(PermissionReason.NOT_STATED);
  }

  @Test
  void ofTwoThingsSaidAtOnceTheRefusalWins() {
    Statement given = said(1, NEWS, EMAIL, CONSENT, GIVEN);
    Statement denied = said(1, NEWS, EMAIL, CONSENT, DENIED);
    assertThat(decide(given, denied).reason()).isEqualTo(PermissionReason.DENIED);
    assertThat(decide(denied, given).reason()).isEqualTo(PermissionReason.DENIED);
  }

  @Property
  void agreesWithANaiveReadingOfTheRules(@ForAll("histories") List<Statement> history) {
    assertThat(decide(history).allowed()).isEqualTo(naive(history));
  }

  @Property
  void doesNotDependOnTheOrderOfTheRows(
      @ForAll("histories") List<Statement> history, @ForAll Random random) {
    List<Statement> shuffled = new ArrayList<>(history);
    Collections.shuffle(shuffled, random);
    assertThat(decide(shuffled)).isEqualTo(decide(history));
  }

  /// Whatever was said before: a newer refusal of everything leaves only what is required.
  @Property
  void afterAGeneralOptOutOnlyWhatIsRequiredIsAllowed(
      @ForAll("histories") List<Statement> history) {
    List<Statement> all = new ArrayList<>(history);
    all.add(said(200, "any", ANY, CONSENT, WITHDRAWN));
    Permission permission = decide(all);
    assertThat(permission.allowed() && permission.reason() != PermissionReason.REQUIRED).isFalse();
  }

  @Provide
  Arbitrary<List<Statement>> histories() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 8),
            Arbitraries.of(NEWS, "any", "survey"),
            Arbitraries.of(EMAIL, ANY, PHONE),
            Arbitraries.of(LegalBasis.values()),
            Arbitraries.of(ConsentStatus.values()),
            Arbitraries.of(DAY.minusDays(30), DAY.minusDays(1), DAY, DAY.plusDays(1)),
            Arbitraries.of(DAY.minusDays(1), DAY, DAY.plusDays(1)).injectNull(0.5))
        .as(PermissionTest::said)
        .list()
        .ofMaxSize(8);
  }

  /// The rules as they are written, over all statements again for each question.
  private static boolean naive(List<Statement> history) {
    boolean permitted = false;
    boolean refused = false;
    for (Statement one : history) {
      boolean counts =
          (one.purpose().equals(NEWS) || one.purpose().equals("any"))
              && (one.channel() == EMAIL || one.channel() == ANY)
              && !one.validFrom().isAfter(DAY)
              && (one.validTo() == null || one.validTo().isAfter(DAY));
      if (!counts || superseded(one, history)) {
        continue;
      }
      boolean given = one.status() == GIVEN;
      if (one.legalBasis().binding()) {
        if (given) {
          return true;
        }
      } else {
        permitted |= given;
        refused |= !given;
      }
    }
    return permitted && !refused;
  }

  private static boolean superseded(Statement one, List<Statement> history) {
    for (Statement other : history) {
      boolean same =
          other.purpose().equals(one.purpose())
              && other.channel() == one.channel()
              && other.legalBasis().binding() == one.legalBasis().binding();
      if (!same || other.validFrom().isAfter(DAY) || other.id().equals(one.id())) {
        continue;
      }
      int later = other.capturedAt().compareTo(one.capturedAt());
      boolean stricter = other.status() != GIVEN && one.status() == GIVEN;
      boolean alike = (other.status() != GIVEN) == (one.status() != GIVEN);
      if (later > 0
          || (later == 0 && (stricter || (alike && other.id().compareTo(one.id()) > 0)))) {
        return true;
      }
    }
    return false;
  }

  private static Permission decide(Statement... history) {
    return decide(List.of(history));
  }

  private static Permission decide(List<Statement> history) {
    return Permission.decide(history, NEWS, EMAIL, DAY);
  }

  private static Statement said(
      int second, String purpose, ContactChannel channel, LegalBasis basis, ConsentStatus status) {
    return said(second, purpose, channel, basis, status, null);
  }

  private static Statement said(
      int second,
      String purpose,
      ContactChannel channel,
      LegalBasis basis,
      ConsentStatus status,
      @Nullable LocalDate validTo) {
    return said(second, purpose, channel, basis, status, DAY.minusDays(30), validTo);
  }

  private static Statement said(
      int second,
      String purpose,
      ContactChannel channel,
      LegalBasis basis,
      ConsentStatus status,
      LocalDate validFrom,
      @Nullable LocalDate validTo) {
    return new Statement(
        UUID.randomUUID(),
        purpose,
        channel,
        basis,
        status,
        Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second),
        validFrom,
        validTo);
  }
}
