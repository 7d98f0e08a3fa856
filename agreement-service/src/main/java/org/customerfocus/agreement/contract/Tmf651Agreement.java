package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What the contract tells of TM Forum's Agreement; its specification has the whole.
@Schema(
    name = "Tmf651Agreement",
    description =
        "An Agreement as TM Forum's Agreement Management API (TMF651) defines it in version 4; the"
            + " members that are listed here are those that it cannot do without, and any other"
            + " is kept.",
    additionalProperties = Schema.True.class)
record Tmf651Agreement(
    @Schema(description = "A name for people.") String name,
    Tmf651Period agreementPeriod,
    @Schema(
            description =
                "One with the role provider (a party's id), one with the role customer (the id of a"
                    + " customer relationship), any number with the role user.")
        List<Tmf651Party> engagedParty,
    @Schema(
            description =
                "Those whose names begin with customerfocus. hold the members of an agreement that"
                    + " the standard has none for.")
        @Nullable List<Tmf651Characteristic> characteristic) {

  /// From when to when.
  @Schema(
      name = "Tmf651Period",
      description = "From an instant on, and until another one.",
      additionalProperties = Schema.True.class)
  record Tmf651Period(Instant startDateTime, @Nullable Instant endDateTime) {}

  /// Who takes part.
  @Schema(
      name = "Tmf651Party",
      description = "Who takes part, and as what.",
      additionalProperties = Schema.True.class)
  record Tmf651Party(String id, String role) {}

  /// Something else that is said.
  @Schema(
      name = "Tmf651Characteristic",
      description = "Something else that the document says, by name.",
      additionalProperties = Schema.True.class)
  record Tmf651Characteristic(String name) {}
}
