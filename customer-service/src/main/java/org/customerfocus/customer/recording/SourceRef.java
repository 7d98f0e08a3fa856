package org.customerfocus.customer.recording;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Comparator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The id that a thing has in the system that reports it.
///
/// @param scheme the kind of id, such as `web-shop`
@Schema(
    description =
        "Its id in the system that reports it. It is recorded once: sent again with the same content"
            + " it makes nothing new, with other content it is a conflict.")
public record SourceRef(
    @NotNull
        @Pattern(regexp = "[a-z0-9][a-z0-9._-]{0,63}")
        @Size(max = 64)
        @Schema(description = "The kind of id.", examples = "web-shop")
        String scheme,
    @NotNull @Size(min = 1, max = 200) @Schema(description = "The id itself.") String value)
    implements Comparable<SourceRef> {

  private static final Comparator<SourceRef> ORDER =
      Comparator.comparing(SourceRef::scheme).thenComparing(SourceRef::value);

  /// @return null where there is none
  public static @Nullable SourceRef of(@Nullable String scheme, @Nullable String value) {
    return scheme == null || value == null ? null : new SourceRef(scheme, value);
  }

  @Override
  public int compareTo(SourceRef other) {
    return ORDER.compare(this, other);
  }
}
