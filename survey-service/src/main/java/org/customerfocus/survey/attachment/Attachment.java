package org.customerfocus.survey.attachment;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// A file that belongs to a case. Its bytes lie apart.
@Entity
class Attachment extends TenantEntity {

  private UUID caseId;
  private String fileName;
  private String mediaType;
  private long bytes;
  private String sha256;
  private AttachmentStore store;
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected Attachment() {}

  Attachment(
      UUID caseId,
      String fileName,
      String mediaType,
      long bytes,
      String sha256,
      AttachmentStore store,
      Instant now) {
    this.caseId = caseId;
    this.fileName = fileName;
    this.mediaType = mediaType;
    this.bytes = bytes;
    this.sha256 = sha256;
    this.store = store;
    createdAt = now;
  }

  /// As it is answered.
  @Schema(name = "AttachmentView", description = "A file that belongs to a case.")
  record AttachmentView(
      UUID id,
      UUID caseId,
      String fileName,
      @Schema(description = "Told from its content.") String mediaType,
      Long bytes,
      @Schema(description = "Its SHA-256, in hexadecimal digits.") String sha256,
      Instant createdAt) {}

  AttachmentView view() {
    return new AttachmentView(id(), caseId, fileName, mediaType, bytes, sha256, createdAt);
  }

  UUID caseId() {
    return caseId;
  }

  AttachmentStore store() {
    return store;
  }

  String fileName() {
    return fileName;
  }
}
