package org.customerfocus.agreement.contract;

import java.util.UUID;
import org.customerfocus.conventions.money.Money;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The signing authority on which somebody signed, as it was then.
@Schema(description = "The signing authority on which somebody signed, as it was then.")
public record SignatureAuthority(UUID id, String scope, @Nullable Money limit) {}
