package org.customerfocus.agreement.entitytype;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An entity type as a client describes it.
@Schema(
    description = "A kind of thing that services are counted in: an order, a delivery, a visit.")
public record EntityTypeRequest(
    @Schema(
            description = "What measurements and commitments name it by; it stays.",
            examples = "flight")
        @NotBlank
        @Size(max = 100)
        String code,
    @Schema(
            description =
                "What it is called, by language (BCP 47). A customer's own word for it is in the"
                    + " agreement with that customer.")
        @NotNull
        @Size(min = 1, max = 50)
        Map<@NotNull @Size(min = 2, max = 35) String, @NotBlank @Size(max = 200) String> names,
    @Schema(description = "What is one of them, and what is none.")
        @Nullable
        @Size(min = 1, max = 2000)
        String description) {}
