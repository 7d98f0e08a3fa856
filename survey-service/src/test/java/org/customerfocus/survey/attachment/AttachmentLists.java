package org.customerfocus.survey.attachment;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class AttachmentLists {

  public static final Fields FIELDS = AttachmentRepository.FIELDS;

  private AttachmentLists() {}
}
