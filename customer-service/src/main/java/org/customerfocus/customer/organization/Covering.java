package org.customerfocus.customer.organization;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;

/// Which signing authorities cover a signature.
///
/// @param scope what is to be signed; null for any
/// @param money how much it is about; null where it is not about an amount
record Covering(UUID organization, LocalDate day, @Nullable String scope, @Nullable Money money) {

  /// The scope of an authority for everything.
  static final String ANY_SCOPE = "any";

  /// HQL over the alias `a`. An authority covers an amount without a limit, or with one in the same
  /// currency that is not below it.
  String hql() {
    StringBuilder hql =
        new StringBuilder(
            "a.organizationPartyId = :organization"
                + " and (a.validFrom is null or a.validFrom <= :day)"
                + " and (a.validTo is null or a.validTo > :day)");
    if (scope != null) {
      hql.append(" and a.scope in (:scope, :anyScope)");
    }
    if (money != null) {
      hql.append(
          " and (a.limitAmount is null"
              + " or (a.limitCurrency = :currency and a.limitAmount >= :amount))");
    }
    return hql.toString();
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("organization", organization);
    parameters.put("day", day);
    if (scope != null) {
      parameters.put("scope", scope);
      parameters.put("anyScope", ANY_SCOPE);
    }
    if (money != null) {
      parameters.put("currency", money.currency());
      parameters.put("amount", money.value());
    }
    return parameters;
  }
}
