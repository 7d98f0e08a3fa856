package org.customerfocus.agreement.ingest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongFunction;
import org.customerfocus.agreement.metric.MetricType;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.tenancy.Ids;
import org.jspecify.annotations.Nullable;

/// Reports that are settled together: encoded as PostgreSQL's binary `COPY` has them while they are
/// read, and what became of each.
///
/// Source of the format: PostgreSQL documentation, *COPY*, Binary Format.
///
/// @param <R> a report as its source sends it
final class Chunk<R> {

  static final String COLUMNS =
      "n, id, at, source, source_id, metric_id, entity_type, entity_reference, customer_id,"
          + " offering_id, dimensions, due_at, started_at, completed_at, value, good, unknown, word";

  /// Bytes, one row more or less: what is in memory does not depend on how long rows are.
  private static final int LARGEST = 4_000_000;

  private static final int FIELDS = 18;
  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final byte[] TRAILER = {-1, -1};
  private static final long EPOCH_2000 = 946_684_800_000_000L;

  /// With this bit cleared, the row's number can be added to an id without changing its variant.
  private static final long ROOM = ~(1L << 61);

  /// What is wrong with a report whatever its metric is, kept until the metric is known as well:
  /// its source learns of all its faults at once.
  record Faulty(int row, List<FieldError> errors) {}

  /// @param errors for those refused
  record Other(ReportStatus status, @Nullable UUID id, @Nullable List<FieldError> errors) {}

  private final ReportKind<R> kind;
  private final LongFunction<String> pointer;
  private final int most;
  private final UUID base = Ids.next();
  private byte[] bytes = new byte[64 * 1024];
  private int size;
  private int rows;
  private final long[] numbers;
  private final int[] starts;
  private final int[] metricOf;
  private final byte[] shapes;
  private final List<UUID> metrics = new ArrayList<>();
  private final Map<UUID, Integer> metricNumbers = new HashMap<>();
  private final List<Faulty> faulty = new ArrayList<>();
  private final Map<Integer, Other> others = new HashMap<>();
  private final MonthSet months = new MonthSet();
  private int last = -1;

  /// @param pointer the JSON Pointer of a row, from its number
  /// @param most how many rows it takes
  Chunk(ReportKind<R> kind, LongFunction<String> pointer, int most) {
    this.kind = kind;
    this.pointer = pointer;
    this.most = most;
    numbers = new long[most];
    starts = new int[most + 1];
    metricOf = new int[most];
    shapes = new byte[most];
  }

  boolean isEmpty() {
    return rows == 0;
  }

  boolean isFull() {
    return rows == most || size >= LARGEST;
  }

  String pointer(long number) {
    return pointer.apply(number);
  }

  int rows() {
    return rows;
  }

  /// What the source calls a row: its line, or its place in a batch.
  long number(int row) {
    return numbers[row];
  }

  void add(long number, Report report) {
    begin(number);
    metricOf[rows] = metric(Objects.requireNonNull(report.metricId));
    shapes[rows] = (byte) kind.shape(report);
    encode(report);
    months.add(report.filed());
    rows++;
    starts[rows] = size;
  }

  /// @param errors of which its metric may add more
  void addFaulty(long number, Report report, List<FieldError> errors) {
    begin(number);
    metricOf[rows] = metric(Objects.requireNonNull(report.metricId));
    shapes[rows] = (byte) kind.shape(report);
    faulty.add(new Faulty(rows, errors));
    rows++;
    starts[rows] = size;
  }

  void addUnreadable(long number, List<FieldError> errors) {
    begin(number);
    others.put(rows, new Other(ReportStatus.REFUSED, null, errors));
    rows++;
    starts[rows] = size;
  }

  private void begin(long number) {
    numbers[rows] = number;
    metricOf[rows] = -1;
  }

  private int metric(UUID id) {
    if (last >= 0 && metrics.get(last).equals(id)) {
      return last;
    }
    last = metricNumbers.computeIfAbsent(id, each -> metrics.size());
    if (last == metrics.size()) {
      metrics.add(id);
    }
    return last;
  }

  List<UUID> metrics() {
    return metrics;
  }

  /// The first instants of the months that its rows are filed under.
  Set<Instant> months() {
    return months.starts();
  }

  /// Refuses what its metric does not take.
  void judge(Map<UUID, MetricType> types) {
    for (Faulty each : faulty) {
      List<FieldError> errors = new ArrayList<>(each.errors());
      errors.addAll(ofMetric(each.row(), types));
      others.put(each.row(), new Other(ReportStatus.REFUSED, null, errors));
    }
    boolean[][] taken = new boolean[metrics.size()][];
    for (int row = 0; row < rows; row++) {
      int metric = metricOf[row];
      if (metric < 0) {
        continue;
      }
      if (taken[metric] == null) {
        taken[metric] = taken(types.get(metrics.get(metric)));
      }
      if (!taken[metric][shapes[row]] && !others.containsKey(row)) {
        others.put(row, new Other(ReportStatus.REFUSED, null, ofMetric(row, types)));
      }
    }
  }

  private List<FieldError> ofMetric(int row, Map<UUID, MetricType> types) {
    return kind.faults(
        shapes[row], types.get(metrics.get(metricOf[row])), pointer.apply(numbers[row]));
  }

  private boolean[] taken(@Nullable MetricType type) {
    boolean[] taken = new boolean[64];
    for (int shape = 0; shape < taken.length; shape++) {
      taken[shape] = kind.faults(shape, type, "").isEmpty();
    }
    return taken;
  }

  /// How many are to be recorded.
  int sound() {
    return rows - others.size();
  }

  /// Takes parts of the encoded rows.
  @FunctionalInterface
  interface Copy<E extends Exception> {
    void write(byte[] bytes, int offset, int length) throws E;
  }

  /// Writes those that are sound.
  <E extends Exception> void copy(Copy<E> to) throws E {
    to.write(HEADER, 0, HEADER.length);
    int from = 0;
    for (int row = 0; row < rows; row++) {
      if (others.containsKey(row)) {
        if (starts[row] > starts[from]) {
          to.write(bytes, starts[from], starts[row] - starts[from]);
        }
        from = row + 1;
      }
    }
    if (size > starts[from]) {
      to.write(bytes, starts[from], size - starts[from]);
    }
    to.write(TRAILER, 0, TRAILER.length);
  }

  UUID id(int row) {
    return new UUID(base.getMostSignificantBits(), (base.getLeastSignificantBits() & ROOM) + row);
  }

  void became(int row, ReportStatus status, UUID id) {
    others.put(row, new Other(status, id, null));
  }

  int count(ReportStatus status) {
    return (int) others.values().stream().filter(other -> other.status() == status).count();
  }

  /// What became of a row that was not simply recorded.
  @Nullable Other other(int row) {
    return others.get(row);
  }

  // --- encoding
  // ------------------------------------------------------------------------------------

  private void encode(Report report) {
    room(512 + 3 * (report.dimensions.length() + 700));
    putShort(FIELDS);
    putInt(4);
    putInt(rows);
    putUuid(id(rows));
    putTime(report.filed());
    putText(report.source);
    putText(report.sourceId);
    putUuid(report.metricId);
    putText(report.entityType);
    putText(report.entityReference);
    putUuid(report.customerId);
    putUuid(report.offeringId);
    putJson(report.dimensions);
    putTime(report.dueAt);
    putTime(report.startedAt);
    putTime(report.completedAt);
    putValue(report);
    putBoolean(report.good);
    putBoolean(report.unknown);
    putText(report.word);
  }

  private void room(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2 + more);
    }
  }

  private void putShort(int value) {
    bytes[size++] = (byte) (value >> 8);
    bytes[size++] = (byte) value;
  }

  private void putInt(int value) {
    putShort(value >> 16);
    putShort(value);
  }

  private void putLong(long value) {
    putInt((int) (value >> 32));
    putInt((int) value);
  }

  private void putUuid(@Nullable UUID id) {
    if (id == null) {
      putInt(-1);
      return;
    }
    putInt(16);
    putLong(id.getMostSignificantBits());
    putLong(id.getLeastSignificantBits());
  }

  private void putTime(long micros) {
    if (micros == Report.NONE) {
      putInt(-1);
      return;
    }
    putInt(8);
    putLong(micros - EPOCH_2000);
  }

  private void putBoolean(@Nullable Boolean value) {
    if (value == null) {
      putInt(-1);
      return;
    }
    putInt(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  private void putText(@Nullable String text) {
    if (text == null) {
      putInt(-1);
      return;
    }
    int length = size;
    size += 4;
    put(text);
    setLength(length);
  }

  private void putJson(String json) {
    int length = size;
    size += 4;
    // The version of the binary form of jsonb.
    bytes[size++] = 1;
    put(json);
    setLength(length);
  }

  private void setLength(int at) {
    int end = size;
    size = at;
    putInt(end - at - 4);
    size = end;
  }

  private void put(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > '~') {
        byte[] rest = text.substring(i).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(rest, 0, bytes, size, rest.length);
        size += rest.length;
        return;
      }
      bytes[size++] = (byte) c;
    }
  }

  /// Digits to the base of 10,000: three before the point, three behind it.
  private void putValue(Report report) {
    if (!report.hasValue) {
      putInt(-1);
      return;
    }
    long behind = report.nanos * 1000L;
    int[] digits = {
      (int) (report.whole / 100_000_000),
      (int) (report.whole / 10_000 % 10_000),
      (int) (report.whole % 10_000),
      (int) (behind / 100_000_000),
      (int) (behind / 10_000 % 10_000),
      (int) (behind % 10_000)
    };
    int first = 0;
    while (first < 6 && digits[first] == 0) {
      first++;
    }
    int end = 6;
    while (end > first && digits[end - 1] == 0) {
      end--;
    }
    putInt(8 + 2 * (end - first));
    putShort(end - first);
    putShort(end == first ? 0 : 2 - first);
    putShort(report.negative ? 0x4000 : 0);
    putShort(decimals(report.nanos));
    for (int i = first; i < end; i++) {
      putShort(digits[i]);
    }
  }

  private static int decimals(int nanos) {
    int places = 9;
    for (int rest = nanos; places > 0 && rest % 10 == 0; rest /= 10) {
      places--;
    }
    return places;
  }
}
