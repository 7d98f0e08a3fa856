package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.UUID;

/// What is promised from an instant on is another than was thought: a wording was agreed on, or the
/// agreement was suspended, resumed or ended. Periods are decided by it, and those anew that were
/// decided otherwise.
public record TermsChanged(UUID agreementId, Instant from) {}
