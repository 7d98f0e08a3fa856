package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.measurement.Measurement.SourceKey;
import org.customerfocus.agreement.measurement.MeasurementBatchView.ItemStatus;
import org.customerfocus.agreement.measurement.MeasurementBatchView.MeasurementBatchItem;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.jspecify.annotations.Nullable;

/// Records a batch: each measurement once, whatever is sent again, in whatever order.
@ApplicationScoped
class Recording {

  /// Rows of one statement: enough that round trips do not count, small enough to plan and send.
  private static final int CHUNK = 1000;

  private final MeasurementRepository measurements;
  private final MeasurementRules rules;
  private final MetricRepository metrics;

  Recording(MeasurementRepository measurements, MeasurementRules rules, MetricRepository metrics) {
    this.measurements = measurements;
    this.rules = rules;
    this.metrics = metrics;
  }

  /// What became of each measurement, in the order of the batch.
  List<MeasurementBatchItem> record(List<MeasurementRequest> batch, Instant now) {
    @Nullable MeasurementBatchItem[] items = new MeasurementBatchItem[batch.size()];
    Map<UUID, MetricType> types = types(batch);
    List<Integer> sound = new ArrayList<>();
    for (int i = 0; i < items.length; i++) {
      List<FieldError> faults = rules.faults(batch.get(i), "/measurements/" + i, types);
      if (faults.isEmpty()) {
        sound.add(i);
      } else {
        items[i] = new MeasurementBatchItem(i, ItemStatus.REFUSED, null, faults);
      }
    }
    // A key that occurs twice in one batch is settled in two rounds, as if sent twice.
    while (!sound.isEmpty()) {
      SequencedMap<SourceKey, Integer> round = new TreeMap<>();
      List<Integer> later = new ArrayList<>();
      for (int i : sound) {
        if (round.putIfAbsent(key(batch.get(i)), i) != null) {
          later.add(i);
        }
      }
      List<Map.Entry<SourceKey, Integer>> entries = List.copyOf(round.entrySet());
      for (int from = 0; from < entries.size(); from += CHUNK) {
        settle(entries.subList(from, Math.min(from + CHUNK, entries.size())), batch, items, now);
      }
      sound = later;
    }
    return Arrays.asList(items);
  }

  private Map<UUID, MetricType> types(List<MeasurementRequest> batch) {
    return metrics.types(
        batch.stream()
            .map(MeasurementRequest::metricId)
            .filter(id -> id != null)
            .collect(Collectors.toSet()));
  }

  private void settle(
      List<Map.Entry<SourceKey, Integer>> chunk,
      List<MeasurementRequest> batch,
      @Nullable MeasurementBatchItem[] items,
      Instant now) {
    Map<SourceKey, UUID> written =
        measurements.insertNew(
            chunk.stream().map(entry -> batch.get(entry.getValue())).toList(), now);
    List<SourceKey> known =
        chunk.stream().map(Map.Entry::getKey).filter(key -> !written.containsKey(key)).toList();
    Map<SourceKey, Measurement> recorded = known.isEmpty() ? Map.of() : measurements.lock(known);
    for (Map.Entry<SourceKey, Integer> entry : chunk) {
      int i = entry.getValue();
      UUID id = written.get(entry.getKey());
      Measurement before = recorded.get(entry.getKey());
      items[i] =
          before == null
              ? new MeasurementBatchItem(i, ItemStatus.CREATED, id, null)
              : new MeasurementBatchItem(i, meet(before, batch.get(i), now), before.id(), null);
    }
  }

  private static ItemStatus meet(Measurement before, MeasurementRequest request, Instant now) {
    MeasurementRequest recorded = before.describe();
    if (request.equals(recorded) || recorded.follows(request)) {
      return ItemStatus.DUPLICATE;
    }
    if (request.follows(recorded)) {
      before.follow(request, now);
      return ItemStatus.UPDATED;
    }
    return ItemStatus.CONFLICT;
  }

  private static SourceKey key(MeasurementRequest request) {
    return new SourceKey(request.source(), request.sourceId());
  }
}
