package org.customerfocus.agreement.servicecredit;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.CreditCap;
import org.customerfocus.agreement.contract.CreditTerms;
import org.customerfocus.agreement.credit.Entitlement;
import org.customerfocus.agreement.credit.Entitlement.Claim;
import org.customerfocus.agreement.credit.Remedy;
import org.customerfocus.agreement.credit.Stacking;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;

/// What the commitments of an agreement give together for a period, each by its own terms.
@ApplicationScoped
class Claims {

  private final ServiceCreditRepository credits;
  private final AgreementRepository agreements;

  Claims(ServiceCreditRepository credits, AgreementRepository agreements) {
    this.credits = credits;
    this.agreements = agreements;
  }

  /// A cap per period bounds what is granted for the period and for those that lie within it, as
  /// the months in a quarter; a cap per term what is granted for all periods.
  ///
  /// @param latest what each commitment gives by its latest result
  /// @param rows of all of them for the period, the latest last
  BigDecimal entitled(Map<UUID, BigDecimal> latest, List<ServiceCredit> rows, String currency) {
    ServiceCredit any = rows.getLast();
    Instant start =
        rows.stream().map(ServiceCredit::periodStart).reduce(Claims::earlier).orElseThrow();
    Instant end = rows.stream().map(ServiceCredit::periodEnd).reduce(Claims::later).orElseThrow();
    BigDecimal within =
        credits.grantedWithin(any.agreementId(), any.period(), start, end, any.kind(), currency);
    BigDecimal elsewhere =
        credits.grantedElsewhere(any.agreementId(), any.period(), any.kind(), currency);
    return Entitlement.of(
        rows.stream()
            .map(ServiceCredit::commitmentId)
            .distinct()
            .filter(latest::containsKey)
            .map(
                commitment -> {
                  CreditTerms terms = terms(commitment);
                  Money base = base(commitment, rows, terms);
                  return new Claim(
                      Objects.requireNonNull(latest.get(commitment)),
                      terms.stacking() == CreditTerms.Stacking.HIGHEST
                          ? Stacking.HIGHEST
                          : Stacking.ADD,
                      least(
                          left(terms.capPerPeriod(), base, currency, within),
                          left(terms.capPerTerm(), base, currency, elsewhere)));
                })
            .toList());
  }

  private CreditTerms terms(UUID commitment) {
    return Objects.requireNonNull(agreements.commitmentView(commitment).credits());
  }

  private static @Nullable Money base(
      UUID commitment, List<ServiceCredit> rows, CreditTerms terms) {
    return rows.stream()
        .filter(each -> each.commitmentId().equals(commitment))
        .map(ServiceCredit::base)
        .filter(Objects::nonNull)
        .reduce((before, latest) -> latest)
        .orElse(terms.base());
  }

  /// What a cap leaves in a currency: of an amount, a share of the base, or the less of both.
  private static @Nullable BigDecimal left(
      @Nullable CreditCap cap, @Nullable Money base, String currency, BigDecimal granted) {
    if (cap == null) {
      return null;
    }
    Money amount = cap.amount();
    BigDecimal fixed = amount != null && amount.currency().equals(currency) ? amount.value() : null;
    BigDecimal part =
        cap.share() != null && base != null && base.currency().equals(currency)
            ? new Remedy.Share(cap.share()).amount(base.value(), currency)
            : null;
    BigDecimal most = least(fixed, part);
    return most == null ? null : most.subtract(granted);
  }

  private static @Nullable BigDecimal least(@Nullable BigDecimal one, @Nullable BigDecimal other) {
    return one == null || (other != null && other.compareTo(one) < 0) ? other : one;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
