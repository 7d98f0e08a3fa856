package org.customerfocus.agreement.performance;

import com.datadoghq.sketch.ddsketch.DDSketch;
import com.datadoghq.sketch.ddsketch.encoding.ByteArrayInput;
import com.datadoghq.sketch.ddsketch.encoding.GrowingByteArrayOutput;
import com.datadoghq.sketch.ddsketch.mapping.LogarithmicMapping;
import com.datadoghq.sketch.ddsketch.store.UnboundedSizeDenseStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The distribution of values, in little room: quantiles within a relative error of 1 %, and
/// mergeable. A DDSketch (Masson, Rim, Lee: DDSketch, VLDB 2019). It only shows percentiles; they
/// are decided by exact shares.
final class ValueSketch {

  /// A shown quantile differs from the true one by at most this share of it.
  static final double RELATIVE_ERROR = 0.01;

  private static final LogarithmicMapping MAPPING = new LogarithmicMapping(RELATIVE_ERROR);

  private final DDSketch sketch;

  ValueSketch() {
    this(new DDSketch(MAPPING, UnboundedSizeDenseStore::new));
  }

  private ValueSketch(DDSketch sketch) {
    this.sketch = sketch;
  }

  /// Adds a value so many times.
  void add(double value, long times) {
    sketch.accept(value, (double) times);
  }

  /// The value below or at which that share of the values lies; empty where there are none.
  OptionalDouble quantile(double share) {
    return sketch.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(sketch.getValueAtQuantile(share));
  }

  static @Nullable ValueSketch merged(@Nullable ValueSketch one, @Nullable ValueSketch other) {
    if (one == null || other == null) {
      return one == null ? other : one;
    }
    DDSketch both = one.sketch.copy();
    both.mergeWith(other.sketch);
    return new ValueSketch(both);
  }

  byte[] bytes() {
    GrowingByteArrayOutput out = GrowingByteArrayOutput.withDefaultInitialCapacity();
    try {
      sketch.encode(out, false);
    } catch (IOException e) {
      throw new UncheckedIOException("Nothing in memory fails", e);
    }
    return out.trimmedCopy();
  }

  static ValueSketch of(byte[] bytes) {
    try {
      return new ValueSketch(
          DDSketch.decode(ByteArrayInput.wrap(bytes), UnboundedSizeDenseStore::new));
    } catch (IOException e) {
      throw new UncheckedIOException("A stored sketch cannot be read", e);
    }
  }
}
