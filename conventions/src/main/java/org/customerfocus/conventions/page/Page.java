package org.customerfocus.conventions.page;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nextCursor continues the list; absent on the last page
/// @param total how many match in all, only where `?total=true` asked for it
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {

  public <V> Page<V> map(Function<? super T, V> view) {
    return new Page<>(items.stream().map(view).toList(), nextCursor, total);
  }
}
