package org.customerfocus.customer.relationship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.jspecify.annotations.Nullable;

/// What may change in a customer relationship, with its defaults filled in.
record CustomerTerms(
    Lifecycle lifecycle,
    @Nullable LifecycleReasonType lifecycleReasonType,
    @Nullable String lifecycleReason,
    @Nullable UUID switchedToPartyId,
    @Nullable LocalDate lifecycleSince,
    List<CustomerRole> roles,
    List<UUID> offeringIds,
    List<Compensation> compensation,
    List<CustomerRef> externalRefs,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Map<String, Object> attributes) {

  static CustomerTerms of(CustomerRequest request) {
    return new CustomerTerms(
        request.lifecycle() == null ? Lifecycle.CURRENT : request.lifecycle(),
        request.lifecycleReasonType(),
        request.lifecycleReason(),
        request.switchedToPartyId(),
        null,
        request.roles(),
        distinct(request.offeringIds()),
        request.compensation() == null ? List.of() : request.compensation(),
        request.externalRefs() == null ? List.of() : request.externalRefs(),
        request.validFrom(),
        request.validTo(),
        request.attributes());
  }

  static CustomerTerms of(CustomerTermsRequest request) {
    return new CustomerTerms(
        request.lifecycle(),
        request.lifecycleReasonType(),
        request.lifecycleReason(),
        request.switchedToPartyId(),
        request.lifecycleSince(),
        request.roles(),
        distinct(request.offeringIds()),
        request.compensation() == null ? List.of() : request.compensation(),
        request.externalRefs() == null ? List.of() : request.externalRefs(),
        request.validFrom(),
        request.validTo(),
        request.attributes());
  }

  /// A customer since some day who is one for using something until another.
  static CustomerTerms endUser(
      Lifecycle lifecycle, @Nullable LocalDate since, @Nullable LocalDate until) {
    return new CustomerTerms(
        lifecycle,
        null,
        null,
        null,
        null,
        List.of(new CustomerRole(RoleTypes.END_USER, null, since, until)),
        List.of(),
        List.of(),
        List.of(),
        since,
        null,
        null);
  }

  CustomerTerms with(@Nullable Map<String, Object> values) {
    return new CustomerTerms(
        lifecycle,
        lifecycleReasonType,
        lifecycleReason,
        switchedToPartyId,
        lifecycleSince,
        roles,
        offeringIds,
        compensation,
        externalRefs,
        validFrom,
        validTo,
        values);
  }

  /// The same with a key among its own.
  CustomerTerms keeping(CustomerRef ref) {
    return externalRefs.contains(ref)
        ? this
        : with(Stream.concat(externalRefs.stream(), Stream.of(ref)).toList(), lifecycleSince);
  }

  /// The same where it replaces what was: in the same phase since the same day, and with the keys
  /// that were there, unless others are given.
  CustomerTerms following(CustomerTermsRequest before) {
    List<CustomerRef> refs =
        externalRefs.isEmpty() && before.externalRefs() != null
            ? before.externalRefs()
            : externalRefs;
    return with(refs, lifecycle == before.lifecycle() ? before.lifecycleSince() : null);
  }

  private CustomerTerms with(List<CustomerRef> refs, @Nullable LocalDate since) {
    return new CustomerTerms(
        lifecycle,
        lifecycleReasonType,
        lifecycleReason,
        switchedToPartyId,
        since,
        roles,
        offeringIds,
        compensation,
        refs,
        validFrom,
        validTo,
        attributes);
  }

  CustomerTermsRequest asRequest() {
    return new CustomerTermsRequest(
        lifecycle,
        lifecycleReasonType,
        lifecycleReason,
        switchedToPartyId,
        lifecycleSince,
        roles,
        offeringIds,
        compensation,
        externalRefs,
        validFrom,
        validTo,
        attributes);
  }

  /// The terms as they were on a date.
  CustomerTerms asOf(LocalDate date, LifecyclePhase phase) {
    return new CustomerTerms(
        phase.lifecycle(),
        phase.reasonType(),
        phase.reason(),
        phase.switchedToPartyId(),
        Objects.equals(phase.validFrom(), validFrom) ? null : phase.validFrom(),
        roles.stream().filter(each -> each.heldOn(date)).toList(),
        offeringIds,
        compensation,
        externalRefs,
        validFrom,
        validTo,
        attributes);
  }

  Set<String> roleTypes() {
    return roles.stream().map(CustomerRole::type).collect(Collectors.toSet());
  }

  /// All offerings that are named anywhere.
  Set<UUID> offerings() {
    return Stream.concat(
            offeringIds.stream(),
            roles.stream().map(CustomerRole::offeringId).filter(Objects::nonNull))
        .collect(Collectors.toSet());
  }

  /// What contradicts itself.
  List<FieldError> faults() {
    List<FieldError> faults = new ArrayList<>(Validity.faults(validFrom, validTo, ""));
    lifecycleFaults(faults);
    for (int i = 0; i < roles.size(); i++) {
      CustomerRole role = roles.get(i);
      faults.addAll(Validity.faults(role.validFrom(), role.validTo(), "/roles/" + i));
      if (roles.subList(0, i).stream().anyMatch(role::overlaps)) {
        faults.add(
            FieldError.at(
                "/roles/" + i, "repeats a role that is held already for some of the time"));
      }
    }
    for (int i = 0; i < externalRefs.size(); i++) {
      if (externalRefs.subList(0, i).contains(externalRefs.get(i))) {
        faults.add(FieldError.at("/externalRefs/" + i, "is there already"));
      }
    }
    for (int i = 0; i < compensation.size(); i++) {
      faults.addAll(compensation.get(i).faults("/compensation/" + i));
    }
    return faults;
  }

  private void lifecycleFaults(List<FieldError> faults) {
    if (lifecycle == Lifecycle.FORMER) {
      if (lifecycleReasonType == null) {
        faults.add(
            FieldError.at("/lifecycleReasonType", "say why the customer left; unknown is one"));
      } else if (lifecycleReasonType == LifecycleReasonType.OTHER
          && (lifecycleReason == null || lifecycleReason.isBlank())) {
        faults.add(FieldError.at("/lifecycleReason", "say which other reason it was"));
      }
      return;
    }
    if (lifecycleReasonType != null) {
      faults.add(FieldError.at("/lifecycleReasonType", "only a former customer has left"));
    }
    if (switchedToPartyId != null) {
      faults.add(FieldError.at("/switchedToPartyId", "only a former customer has switched"));
    }
  }

  private static List<UUID> distinct(@Nullable List<UUID> ids) {
    Set<UUID> distinct = new LinkedHashSet<>(ids == null ? List.of() : ids);
    return List.copyOf(distinct);
  }
}
