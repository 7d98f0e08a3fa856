package org.customerfocus.survey.complaint;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.UUID;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// What somebody noted on a case.
@Entity
class CaseComment extends TenantEntity {

  private UUID caseId;
  private String author;
  private String text;
  private boolean shared;
  private Instant createdAt;

  @SuppressWarnings("NullAway.Init")
  protected CaseComment() {}

  CaseComment(UUID caseId, String author, CaseCommentRequest request, Instant now) {
    this.caseId = caseId;
    this.author = author;
    text = request.text();
    shared = request.isShared();
    createdAt = now;
  }

  CaseCommentView view() {
    return new CaseCommentView(id(), caseId, author, text, shared, createdAt);
  }

  String text() {
    return text;
  }

  Instant createdAt() {
    return createdAt;
  }
}
