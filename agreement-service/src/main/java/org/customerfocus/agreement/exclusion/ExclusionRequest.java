package org.customerfocus.agreement.exclusion;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An exclusion, as a client describes it.
@Schema(description = "Time that is not counted against the provider, once it is approved.")
public record ExclusionRequest(
    @Schema(description = "The agreement that it belongs to; it cannot change.") @NotNull
        UUID agreementId,
    @Schema(description = "The commitments that it concerns; all of the agreement's unless given.")
        @Nullable
        @Size(max = 50)
        List<@NotNull UUID> commitmentIds,
    @Schema(description = "Why it is not counted: other unless given.")
        @Nullable ExclusionKind kind,
    @Schema(description = "It covers what lies, or is placed, in this time.") @NotNull @Valid
        TimeSpan span,
    @Schema(description = "When the span comes again; once unless given.") @Nullable @Valid
        ExclusionRecurrence recurrence,
    @NotBlank @Size(max = 2000) String reason,
    @Schema(description = "Who asks for it; the caller unless given.")
        @Nullable
        @Size(min = 1, max = 200)
        String author,
    @Schema(description = "Without an approval the exclusion has no effect.") @Nullable @Valid
        Approval approval) {

  public ExclusionRequest {
    commitmentIds = commitmentIds == null ? List.of() : commitmentIds;
    kind = kind == null ? ExclusionKind.OTHER : kind;
  }

  // Clients may leave these out; a request that was read has them all the same.
  @Override
  public List<UUID> commitmentIds() {
    return Objects.requireNonNull(commitmentIds);
  }

  @Override
  public ExclusionKind kind() {
    return Objects.requireNonNull(kind);
  }
}
