package org.customerfocus.customer.agreement;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Whether a person may sign: for the party, or for whoever is behind the customer relationship.
///
/// @param amounts what it is about, one for each currency
/// @param unbounded whether it is about more than any amount that could be told
@Schema(hidden = true)
record SigningQuestion(
    @NotNull UUID personPartyId,
    @Nullable UUID partyId,
    @Nullable UUID customerId,
    @NotBlank @Size(max = 200) String scope,
    @NotNull @Size(max = 50) List<@NotNull @Valid Money> amounts,
    boolean unbounded,
    @NotNull LocalDate on) {}
