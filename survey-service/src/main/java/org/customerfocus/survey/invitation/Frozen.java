package org.customerfocus.survey.invitation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.Converter;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.wire.JsonColumn;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a person was when the invitation was made, and what it is about: results split by this,
/// whatever changes later.
@Schema(
    name = "InvitedAs",
    description = "What the invited person was at that moment; later changes do not count.")
public record Frozen(
    @Schema(description = "Codes of the roles that were valid.") List<String> roles,
    @Schema(description = "The segments that the customer was in.") List<UUID> segmentIds,
    @Schema(description = "The organisation that the person was reached through.")
        @Nullable UUID organizationPartyId,
    @Schema(description = "The touchpoint that it is about, where an interaction set it off.")
        @Nullable UUID touchpointId,
    @Schema(description = "The offering that it is about, where an interaction set it off.")
        @Nullable UUID offeringId) {

  public Frozen(List<String> roles, List<UUID> segmentIds, @Nullable UUID organizationPartyId) {
    this(roles, segmentIds, organizationPartyId, null, null);
  }

  /// The same person, asked about something.
  public Frozen about(@Nullable UUID touchpoint, @Nullable UUID offering) {
    return new Frozen(roles, segmentIds, organizationPartyId, touchpoint, offering);
  }

  public static final Frozen NOTHING = new Frozen(List.of(), List.of(), null);

  @Converter(autoApply = true)
  static final class Column extends JsonColumn<Frozen> {
    Column() {
      super(new TypeReference<>() {});
    }
  }
}
