package org.customerfocus.customer.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The shape of an archive, which is written piece by piece.
@Schema(name = "PrivacyArchiveView", description = "Everything that is known of a party.")
record PrivacyArchiveView(
    UUID privacyRequestId,
    UUID partyId,
    Instant generatedAt,
    @Schema(description = "Whether every service has handed in its part.") boolean complete,
    @Schema(description = "The services whose part is not in yet.") List<String> missing,
    List<ArchivePartView> services) {

  /// What one service knows.
  @Schema(name = "PrivacyArchivePartView", description = "What one service knows of the party.")
  record ArchivePartView(String service, List<ArchiveSectionView> sections) {}

  /// The rows of one kind.
  @Schema(name = "PrivacyArchiveSectionView", description = "The rows of one kind.")
  record ArchiveSectionView(
      @Schema(description = "Which rows, such as contact-point.") String name,
      List<Map<String, Object>> rows) {}
}
