package org.customerfocus.agreement.measurement;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
  private final Months months;

  Recording(
      MeasurementRepository measurements,
      MeasurementRules rules,
      MetricRepository metrics,
      Months months) {
    this.measurements = measurements;
    this.rules = rules;
    this.metrics = metrics;
    this.months = months;
  }

  /// What became of each measurement, in the order of the batch.
  List<MeasurementBatchItem> record(List<MeasurementRequest> batch, Instant now) {
    @Nullable MeasurementBatchItem[] items = new MeasurementBatchItem[batch.size()];
    Map<UUID, MetricType> types = types(batch);
    SortedMap<SourceKey, List<Integer>> sound = new TreeMap<>();
    for (int i = 0; i < items.length; i++) {
      List<FieldError> faults = rules.faults(batch.get(i), "/measurements/" + i, types);
      if (faults.isEmpty()) {
        months.open(Objects.requireNonNull(batch.get(i).at()));
        sound.computeIfAbsent(key(batch.get(i)), key -> new ArrayList<>(1)).add(i);
      } else {
        items[i] = new MeasurementBatchItem(i, ItemStatus.REFUSED, null, faults);
      }
    }
    settle(sound, batch, items, now);
    return Arrays.asList(items);
  }

  private Map<UUID, MetricType> types(List<MeasurementRequest> batch) {
    return metrics.types(
        batch.stream()
            .map(MeasurementRequest::metricId)
            .filter(id -> id != null)
            .collect(Collectors.toSet()));
  }

  /// First everything new is written, then everything known is locked, each in the order of keys:
  /// so batches that overlap wait for each other at most, and never in a circle.
  private void settle(
      SortedMap<SourceKey, List<Integer>> sound,
      List<MeasurementRequest> batch,
      @Nullable MeasurementBatchItem[] items,
      Instant now) {
    Map<SourceKey, UUID> written = new HashMap<>();
    for (List<List<Integer>> chunk : chunks(sound.values())) {
      written.putAll(
          measurements.insertNew(
              chunk.stream().map(places -> batch.get(places.getFirst())).toList(), now));
    }
    List<SourceKey> known =
        sound.entrySet().stream()
            .filter(each -> !written.containsKey(each.getKey()) || each.getValue().size() > 1)
            .map(Map.Entry::getKey)
            .toList();
    Map<SourceKey, Measurement> recorded = new HashMap<>();
    for (List<SourceKey> chunk : chunks(known)) {
      recorded.putAll(measurements.lock(chunk));
    }
    sound.forEach(
        (key, places) -> {
          UUID created = written.get(key);
          for (int i : places) {
            boolean isNew = created != null && i == places.getFirst();
            items[i] =
                isNew
                    ? new MeasurementBatchItem(i, ItemStatus.CREATED, created, null)
                    : met(i, Objects.requireNonNull(recorded.get(key)), batch.get(i), now);
          }
        });
  }

  private static <T> List<List<T>> chunks(Collection<T> all) {
    List<T> list = List.copyOf(all);
    return IntStream.iterate(0, from -> from < list.size(), from -> from + CHUNK)
        .mapToObj(from -> list.subList(from, Math.min(from + CHUNK, list.size())))
        .toList();
  }

  private static MeasurementBatchItem met(
      int place, Measurement before, MeasurementRequest request, Instant now) {
    return new MeasurementBatchItem(place, meet(before, request, now), before.id(), null);
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
