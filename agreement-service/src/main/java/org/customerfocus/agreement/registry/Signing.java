package org.customerfocus.agreement.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.jspecify.annotations.Nullable;

/// Whether a person may sign: for the party, or for whoever is behind the customer relationship.
///
/// @param amounts what it is about, one for each currency
/// @param unbounded whether it is about more than any amount that could be told
public record Signing(
    UUID personPartyId,
    @Nullable UUID partyId,
    @Nullable UUID customerId,
    String scope,
    List<Money> amounts,
    boolean unbounded,
    LocalDate on) {

  /// @param basis `self`, `only-person` or `authority`; null where the person may not sign
  /// @param partyId who is signed for
  /// @param missing what would have to be there, a sentence each
  public record Answer(
      boolean authorized,
      @Nullable String basis,
      @Nullable UUID partyId,
      @Nullable Authority authority,
      List<String> missing) {}

  /// The signing authority that covers it.
  public record Authority(UUID id, String scope, @Nullable Money limit) {}
}
