package org.customerfocus.survey.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.customerfocus.conventions.command.Answers;
import org.customerfocus.conventions.command.Command;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.complaint.Cases;

/// Attaches files whose bytes are where they stay, within one transaction: no store is waited for
/// in it.
@ApplicationScoped
class Attaching {

  private static final int MOST = 50;

  private final AttachmentRepository attachments;
  private final Contents contents;
  private final Cases cases;

  Attaching(AttachmentRepository attachments, Contents contents, Cases cases) {
    this.attachments = attachments;
    this.contents = contents;
    this.cases = cases;
  }

  @Command
  public Response attach(Attachment made, byte[] content) {
    UUID id = made.caseId();
    long version =
        cases.attach(
            id,
            made.id(),
            () -> {
              if (attachments.count(id) >= MOST) {
                throw new ProblemException(
                    AttachmentProblems.TOO_MANY,
                    "The case %s has %d attachments.".formatted(id, MOST));
              }
              contents.keep(made, content);
            });
    return Answers.created("/v1/attachments/%s/content".formatted(made.id()), version, made.view());
  }
}
