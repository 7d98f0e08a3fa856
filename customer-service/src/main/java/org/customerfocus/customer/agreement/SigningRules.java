package org.customerfocus.customer.agreement;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.conventions.money.Money;
import org.customerfocus.conventions.time.Validity;
import org.customerfocus.customer.agreement.SigningAnswer.Authority;

/// What an authority lacks to cover a signature. It covers its own scope, to the letter, or any; an
/// amount without a limit, or with one in the same currency that is not below it.
final class SigningRules {

  private static final String ANY_SCOPE = "any";

  private SigningRules() {}

  /// @return a sentence for each thing; none where it covers the signature
  static List<String> missing(Authority authority, SigningQuestion question) {
    List<String> missing = new ArrayList<>();
    String of = "Signing authority %s ".formatted(authority.id());
    if (!authority.scope().equals(ANY_SCOPE) && !authority.scope().equals(question.scope())) {
      missing.add(
          of
              + "is for the scope \"%s\", not for \"%s\"."
                  .formatted(authority.scope(), question.scope()));
    }
    if (!Validity.holdsOn(question.on(), authority.validFrom(), authority.validTo())) {
      missing.add(
          of
              + "does not hold on %s: it is valid %s."
                  .formatted(question.on(), validity(authority)));
    }
    Money limit = authority.limit();
    if (limit != null) {
      if (question.unbounded()) {
        missing.add(
            of
                + "ends at %s, and what the agreement is worth has no bound."
                    .formatted(text(limit)));
      }
      for (Money amount : question.amounts()) {
        if (!limit.currency().equals(amount.currency())
            || limit.value().compareTo(amount.value()) < 0) {
          missing.add(
              of
                  + "ends at %s, and the agreement is worth %s."
                      .formatted(text(limit), text(amount)));
        }
      }
    }
    return missing;
  }

  private static String validity(Authority authority) {
    String from = authority.validFrom() == null ? "always" : "from " + authority.validFrom();
    return authority.validTo() == null ? from : from + " until " + authority.validTo();
  }

  private static String text(Money money) {
    return money.amount() + " " + money.currency();
  }
}
