package org.customerfocus.agreement.timer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Events of timers that arrive together. Their own constraints are checked one by one, so that a
/// bad one keeps no other out.
@Schema(description = "Up to 10,000 timer events; each is judged on its own.")
record TimerEventBatchRequest(
    @NotNull @Size(min = 1, max = 10_000) List<@NotNull TimerEventRequest> timerEvents) {}
