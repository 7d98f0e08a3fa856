package org.customerfocus.customer.loyalty;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.tenancy.Ids;
import org.customerfocus.customer.recording.Recording;
import org.customerfocus.customer.recording.RecordingItem;
import org.customerfocus.customer.recording.RecordingItem.RecordingStatus;

/// Purchases many at once: for batches, imports and exports.
@ApplicationScoped
public class Purchases {

  private final PurchaseRepository purchases;
  private final Recording recording;
  private final Journal journal;

  Purchases(PurchaseRepository purchases, Recording recording, Journal journal) {
    this.purchases = purchases;
    this.recording = recording;
    this.journal = journal;
  }

  /// What became of each, in their order, in the caller's transaction: one event for all that are
  /// new.
  public List<RecordingItem> record(List<PurchaseRequest> reports) {
    List<RecordingItem> items = recording.recordAll(purchases, reports, "purchases");
    long created = items.stream().filter(item -> item.status() == RecordingStatus.CREATED).count();
    if (created > 0) {
      journal.record(
          Change.of("purchase-batch", "recorded", Ids.next()).data(Map.of("created", created)));
    }
    return items;
  }

  /// A page of the list of purchases.
  public Page<PurchaseView> page(PageQuery query) {
    return purchases.list(query).map(PurchaseView::of);
  }
}
