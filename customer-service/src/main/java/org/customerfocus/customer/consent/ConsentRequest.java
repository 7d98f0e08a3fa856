package org.customerfocus.customer.consent;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.time.Validity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A statement about a party as a client records it.
@Schema(
    name = "ConsentRequest",
    description =
        "What a party said about a purpose and a channel, or which other legal basis there is."
            + " Statements are never changed: a later one supersedes.")
record ConsentRequest(
    @NotNull UUID partyId,
    @NotNull
        @Size(max = 60)
        @Pattern(regexp = ConsentRequest.PURPOSE_FORM, message = "must be lower-case words with -")
        @Schema(description = "What for, such as newsletter; any speaks of every purpose.")
        String purpose,
    @NotNull @Schema(description = "Over what; any speaks of every channel.")
        ContactChannel channel,
    @NotNull LegalBasis legalBasis,
    @NotNull
        @Schema(
            description =
                "denied and withdrawn refuse a consent, objected a public task or legitimate"
                    + " interests; withdrawn also ends any other basis.")
        ConsentStatus status,
    @Schema(description = "When the party said so; now unless said otherwise.")
        @Nullable Instant capturedAt,
    @Size(max = 200) @Schema(description = "Where it was said, such as a form or a call.")
        @Nullable String source,
    @Size(max = 5000) @Schema(description = "What proves it: the wording that was agreed to.")
        @Nullable String evidence,
    @Size(max = 1000) @Schema(description = "Where the proof lies: a document, a recording.")
        @Nullable String evidenceRef,
    @Schema(description = "The first day on which it holds; the day it was said otherwise.")
        @Nullable LocalDate validFrom,
    @Schema(
            description =
                "The first day on which it holds no more: what was said before does not come back.")
        @Nullable LocalDate validTo) {

  static final String ANY_PURPOSE = "any";

  static final String PURPOSE_FORM = "[a-z0-9]+(-[a-z0-9]+)*";

  /// When it was said.
  Instant captured(Instant now) {
    return capturedAt == null ? now : capturedAt;
  }

  /// The first day on which it holds.
  LocalDate from(Instant now) {
    return validFrom == null ? captured(now).atZone(ZoneOffset.UTC).toLocalDate() : validFrom;
  }

  List<FieldError> faults(Instant now) {
    LocalDate from = from(now);
    List<FieldError> faults = new ArrayList<>(Validity.faults(from, validTo, ""));
    if (captured(now).isAfter(now)) {
      faults.add(FieldError.at("/capturedAt", "must not be in the future"));
    }
    // A day of grace: the date is one of the tenant's zone, the instant is not.
    if (from.isBefore(captured(now).atZone(ZoneOffset.UTC).toLocalDate().minusDays(1))) {
      faults.add(FieldError.at("/validFrom", "must not be before it was said"));
    }
    boolean own = legalBasis == LegalBasis.CONSENT;
    if (status == ConsentStatus.DENIED && !own) {
      faults.add(FieldError.at("/status", "only a consent can be denied"));
    }
    if (status == ConsentStatus.OBJECTED && (own || legalBasis.binding())) {
      faults.add(
          FieldError.at(
              "/status", "only to public-task and legitimate-interests can a party object"));
    }
    if (legalBasis.binding() && purpose.equals(ANY_PURPOSE)) {
      faults.add(
          FieldError.at("/purpose", "a basis that binds is one for a purpose of its own, not any"));
    }
    return faults;
  }
}
