package org.customerfocus.conventions.peer;

import java.util.Set;
import org.customerfocus.conventions.journal.CloudEvent;

/// Acts on events of customer-service. Any bean of this type is asked.
public interface EventHandler {

  /// The types that it acts on, such as `org.customerfocus.party.erased.v1`.
  Set<String> types();

  /// Acts on an event, as a job inside its tenant. The transaction holds the place in the feed as
  /// well: the effect happens once, however often the event is delivered. What fails is tried
  /// again, and holds up what comes after it.
  void handle(CloudEvent event);
}
