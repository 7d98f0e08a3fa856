package org.customerfocus.survey.complaint;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// Who complains: somebody known by ids, or a stranger by what they say of themselves.
@Schema(
    description =
        "Who reports it: ids of somebody who is known, or the contact of a stranger. Both, where a"
            + " customer wants to be reached otherwise.")
public record CaseReporter(
    @Nullable UUID customerId,
    @Nullable UUID partyId,
    @Size(min = 1, max = 200) @Nullable String name,
    @Email @Size(min = 3, max = 320) @Nullable String email,
    @Size(min = 3, max = 50) @Nullable String phone) {

  static final CaseReporter NOBODY = new CaseReporter(null, null, null, null, null);
}
