package org.customerfocus.survey.attachment;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.customerfocus.conventions.caller.Caller;
import org.customerfocus.conventions.caller.CurrentCaller;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.tenancy.TenantWork;

/// The bytes of attachments, wherever they lie.
@ApplicationScoped
class Contents {

  /// The objects to remove, and when.
  static final DueWorkRepository.Kind REMOVALS =
      new DueWorkRepository.Kind("attachment_removal", "attachment_id");

  /// No transaction lasts as long: what was uploaded for it by then belongs to nothing.
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final AttachmentConfig config;
  private final AttachmentRepository attachments;
  private final ObjectStore objects;
  private final DueWorkRepository work;
  private final TenantWork tenants;
  private final CurrentCaller caller;
  private final InstantSource clock;

  Contents(
      AttachmentConfig config,
      AttachmentRepository attachments,
      ObjectStore objects,
      DueWorkRepository work,
      TenantWork tenants,
      CurrentCaller caller,
      InstantSource clock) {
    this.config = config;
    this.attachments = attachments;
    this.objects = objects;
    this.work = work;
    this.tenants = tenants;
    this.caller = caller;
    this.clock = clock;
  }

  /// Where new ones go.
  AttachmentStore store() {
    return config.store();
  }

  /// Brings the bytes to where they stay, before anything is held that others wait for. They are
  /// removed again unless [#keep] is committed.
  void bring(Attachment attachment, byte[] content) {
    if (attachment.store() == AttachmentStore.S3) {
      Caller own = caller.get();
      Instant due = clock.instant().plus(ABANDONED);
      tenants.call(
          own,
          () -> {
            work.schedule(REMOVALS, attachment.id(), due, own.test());
            return true;
          });
      objects.put(own.tenant(), attachment.id(), content);
    }
  }

  /// Attaches what was brought.
  void keep(Attachment attachment, byte[] content) {
    attachments.add(attachment);
    switch (attachment.store()) {
      case DATABASE -> attachments.addContent(attachment.id(), content);
      case S3 -> work.forget(REMOVALS, attachment.id());
    }
  }

  byte[] of(Attachment attachment) {
    return switch (attachment.store()) {
      case DATABASE -> attachments.content(attachment.id());
      case S3 -> objects.get(caller.get().tenant(), attachment.id());
    };
  }
}
