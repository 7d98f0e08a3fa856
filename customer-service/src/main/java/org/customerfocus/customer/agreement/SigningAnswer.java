package org.customerfocus.customer.agreement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether, and on what ground.
///
/// @param basis `self` for a person that signs for itself, `only-person` for the one person of an
///   organisation, `authority` for a recorded one; null where the person may not sign
/// @param partyId who is signed for
/// @param missing what would have to be there, a sentence each
@Schema(hidden = true)
record SigningAnswer(
    boolean authorized,
    @Nullable String basis,
    @Nullable UUID partyId,
    @Nullable Authority authority,
    List<String> missing) {

  static SigningAnswer yes(String basis, UUID party, @Nullable Authority authority) {
    return new SigningAnswer(true, basis, party, authority, List.of());
  }

  static SigningAnswer no(@Nullable UUID party, String... missing) {
    return new SigningAnswer(false, null, party, null, List.of(missing));
  }

  /// A recorded signing authority of the person for the organisation.
  @Schema(hidden = true)
  record Authority(
      UUID id,
      String scope,
      @Nullable Money limit,
      @Nullable LocalDate validFrom,
      @Nullable LocalDate validTo) {

    static @Nullable Money limit(@Nullable BigDecimal amount, @Nullable String currency) {
      return amount == null || currency == null ? null : Money.of(amount, currency);
    }
  }
}
