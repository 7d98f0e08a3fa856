package org.customerfocus.customer.organization;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Someone who may sign, as it is answered.
@Schema(name = "SignatoryView", description = "A person who may sign for a party.")
record SignatoryView(
    @Schema(description = "The person.") UUID id,
    String name,
    @Schema(
            description =
                "Whether the person signs for nobody but itself, which needs no authority.")
        boolean self,
    @Schema(description = "The authorities that cover what was asked, the latest 100 of all.")
        List<SigningAuthorityView> authorities) {}
