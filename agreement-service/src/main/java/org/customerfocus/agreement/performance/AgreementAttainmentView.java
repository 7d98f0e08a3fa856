package org.customerfocus.agreement.performance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// How far an agreement was kept: each of its commitments.
@Schema(description = "How far an agreement was kept: each of its commitments, month by month.")
record AgreementAttainmentView(
    UUID agreementId,
    UUID agreementVersionId,
    String timeZone,
    Instant cut,
    List<AttainmentView> commitments) {}
