package org.customerfocus.customer.recording;

import jakarta.ws.rs.core.Response;
import java.util.List;
import org.customerfocus.customer.recording.RecordingItem.RecordingStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What became of each item of a batch.
///
/// @param items in the order of the request
@Schema(description = "What became of each item of a batch, in the order of the request.")
public record RecordingBatchView(
    Integer created,
    Integer duplicates,
    Integer conflicts,
    Integer refused,
    List<RecordingItem> items) {

  private static final int MULTI_STATUS = 207;

  public static RecordingBatchView of(List<RecordingItem> items) {
    return new RecordingBatchView(
        count(items, RecordingStatus.CREATED),
        count(items, RecordingStatus.DUPLICATE),
        count(items, RecordingStatus.CONFLICT),
        count(items, RecordingStatus.REFUSED),
        items);
  }

  private static int count(List<RecordingItem> items, RecordingStatus status) {
    return (int) items.stream().filter(item -> item.status() == status).count();
  }

  /// 200, or 207 when not every item is recorded as it was sent.
  public Response answer() {
    boolean whole = conflicts + refused == 0;
    return Response.status(whole ? Response.Status.OK.getStatusCode() : MULTI_STATUS)
        .entity(this)
        .build();
  }
}
