package org.customerfocus.customer.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.jspecify.annotations.Nullable;

/// What may change in a customer relationship, with its defaults filled in.
record CustomerTerms(
    Lifecycle lifecycle,
    @Nullable String lifecycleReason,
    List<CustomerRole> roles,
    List<UUID> offeringIds,
    List<Compensation> compensation,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Map<String, Object> attributes) {

  static CustomerTerms of(CustomerRequest request) {
    return new CustomerTerms(
        request.lifecycle() == null ? Lifecycle.CURRENT : request.lifecycle(),
        request.lifecycleReason(),
        request.roles(),
        distinct(request.offeringIds()),
        request.compensation() == null ? List.of() : request.compensation(),
        request.validFrom(),
        request.validTo(),
        request.attributes());
  }

  static CustomerTerms of(CustomerTermsRequest request) {
    return new CustomerTerms(
        request.lifecycle(),
        request.lifecycleReason(),
        request.roles(),
        distinct(request.offeringIds()),
        request.compensation() == null ? List.of() : request.compensation(),
        request.validFrom(),
        request.validTo(),
        request.attributes());
  }

  CustomerTerms with(@Nullable Map<String, Object> values) {
    return new CustomerTerms(
        lifecycle, lifecycleReason, roles, offeringIds, compensation, validFrom, validTo, values);
  }

  CustomerTermsRequest asRequest() {
    return new CustomerTermsRequest(
        lifecycle,
        lifecycleReason,
        roles,
        offeringIds,
        compensation,
        validFrom,
        validTo,
        attributes);
  }

  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>(Validity.faults(validFrom, validTo, ""));
    for (int i = 0; i < roles.size(); i++) {
      CustomerRole role = roles.get(i);
      if (!RoleTypes.STANDARD.contains(role.type())) {
        faults.add(
            FieldError.at(
                "/roles/%d/type".formatted(i),
                "must be one of " + String.join(", ", RoleTypes.STANDARD)));
      }
      faults.addAll(Validity.faults(role.validFrom(), role.validTo(), "/roles/%d".formatted(i)));
    }
    return faults;
  }

  private static List<UUID> distinct(@Nullable List<UUID> ids) {
    Set<UUID> distinct = new LinkedHashSet<>(ids == null ? List.of() : ids);
    return List.copyOf(distinct);
  }
}
