package org.customerfocus.survey.gemba;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.problem.FieldError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A visit as a client describes it.
@Schema(
    description =
        "People of our own go and see the product in use. First it is planned; once it is done it"
            + " tells what was seen and what was learned.")
record GembaVisitRequest(
    @NotBlank @Size(max = 200) String title,
    @Size(min = 1, max = 2000) @Schema(description = "What is to be learned.")
        @Nullable String purpose,
    @Size(min = 1, max = 500) @Schema(description = "Where it is used.") @Nullable String place,
    @Schema(description = "Whom it is made to; it or place is there.") @Nullable UUID customerId,
    @Schema(description = "What is seen in use.") @Nullable UUID offeringId,
    @Nullable UUID touchpointId,
    @NotNull @Size(min = 1, max = 50) @Schema(description = "Who of our own people goes.")
        List<@NotNull UUID> visitorPartyIds,
    @Schema(description = "planned unless visitedAt is there.") @Nullable GembaStatus status,
    @Schema(description = "When somebody is to go; needed while it is planned.")
        @Nullable Instant plannedFor,
    @Schema(description = "When somebody was there; needed once it is done.")
        @Nullable Instant visitedAt,
    @Size(min = 1, max = 50)
        @Schema(
            description =
                "The roles of those who are visited; without them and segmentIds, those that the"
                    + " customer has then.")
        @Nullable List<@NotNull @Size(min = 1, max = 60) String> roles,
    @Size(min = 1, max = 100) @Schema(description = "The segments of those who are visited.")
        @Nullable List<@NotNull UUID> segmentIds,
    @Size(min = 1, max = 200) @Schema(description = "What was seen; once it is done.")
        @Nullable List<@NotNull @Valid GembaObservation> observations,
    @Size(min = 1, max = 100) @Schema(description = "What was learned; once it is done.")
        @Nullable List<@NotNull @Valid GembaFinding> findings) {

  static final String KEY = "[a-zA-Z0-9][a-zA-Z0-9._-]*";
  static final String KEY_SAYS = "must be letters, digits, dots, hyphens and underscores";

  GembaStatus wanted() {
    return status != null ? status : visitedAt == null ? GembaStatus.PLANNED : GembaStatus.DONE;
  }

  List<GembaObservation> seen() {
    return observations == null ? List.of() : observations;
  }

  List<GembaFinding> learned() {
    return findings == null ? List.of() : findings;
  }

  /// Whom it meets, where the client says so.
  @Nullable Met met() {
    return roles == null && segmentIds == null
        ? null
        : new Met(
            roles == null ? List.of() : roles.stream().distinct().sorted().toList(),
            segmentIds == null ? List.of() : segmentIds.stream().distinct().sorted().toList());
  }

  /// What constraints on single fields cannot say.
  List<FieldError> faults(Instant now) {
    List<FieldError> faults = new ArrayList<>();
    GembaStatus wanted = wanted();
    if (place == null && customerId == null) {
      faults.add(FieldError.at("/place", "say where it is, or name the customer"));
    }
    if (Set.copyOf(visitorPartyIds).size() < visitorPartyIds.size()) {
      faults.add(FieldError.at("/visitorPartyIds", "name each person once"));
    }
    if (wanted == GembaStatus.PLANNED && plannedFor == null) {
      faults.add(FieldError.at("/plannedFor", "say when somebody is to go"));
    }
    if (wanted == GembaStatus.DONE && visitedAt == null) {
      faults.add(FieldError.at("/visitedAt", "say when somebody was there"));
    }
    if (wanted != GembaStatus.DONE && visitedAt != null) {
      faults.add(FieldError.at("/visitedAt", "belongs to a visit that is done"));
    }
    if (visitedAt != null && visitedAt.isAfter(now)) {
      faults.add(FieldError.at("/visitedAt", "must not be in the future"));
    }
    if (wanted != GembaStatus.DONE && !seen().isEmpty()) {
      faults.add(FieldError.at("/observations", "belong to a visit that is done"));
    }
    if (wanted != GembaStatus.DONE && !learned().isEmpty()) {
      faults.add(FieldError.at("/findings", "belong to a visit that is done"));
    }
    checkKeys(faults);
    return faults;
  }

  private void checkKeys(List<FieldError> faults) {
    Set<String> observed = new HashSet<>();
    for (int i = 0; i < seen().size(); i++) {
      if (!observed.add(seen().get(i).key())) {
        faults.add(FieldError.at("/observations/%d/key".formatted(i), "is there already"));
      }
    }
    Set<String> found = new HashSet<>();
    for (int i = 0; i < learned().size(); i++) {
      GembaFinding finding = learned().get(i);
      if (!found.add(finding.key())) {
        faults.add(FieldError.at("/findings/%d/key".formatted(i), "is there already"));
      }
      List<String> keys = finding.observationKeys();
      if (keys != null && !observed.containsAll(keys)) {
        faults.add(
            FieldError.at(
                "/findings/%d/observationKeys".formatted(i),
                "must be keys of observations of this visit"));
      }
    }
  }
}
