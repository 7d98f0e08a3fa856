package org.customerfocus.agreement.contract;

import java.time.Instant;
import java.util.UUID;

/// What is promised from an instant on is another than was thought: an amendment was agreed on, or
/// the agreement was suspended, resumed or ended. What was counted since then is to be counted
/// anew.
public record TermsChanged(UUID agreementId, Instant from) {}
