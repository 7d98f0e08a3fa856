package org.customerfocus.customer.recording;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.customerfocus.conventions.tenancy.TenantEntity;

/// Writes rows in their order, for the repositories of their owners.
public final class PlacedRowRepository {

  private PlacedRowRepository() {}

  /// Makes a row of a part.
  @FunctionalInterface
  public interface Maker<T, R> {
    R of(T part, int place);
  }

  /// Writes the rows that differ, so that whoever knows a row by its id finds it unchanged as long
  /// as what it says is: its place changes only where the order does.
  ///
  /// @param rows all that the owner has
  /// @param after what the owner is to have, in order
  public static <T, R extends PlacedRow<T>> void replace(
      EntityManager entities, Class<R> type, List<R> rows, List<T> after, Maker<T, R> maker) {
    List<PlacedRow<T>> left = new ArrayList<>(rows);
    left.sort(Comparator.comparingInt(row -> row.place));
    List<PlacedRow<T>> added = new ArrayList<>();
    int next = 0;
    for (T part : after) {
      PlacedRow<T> row =
          left.stream().filter(each -> each.part().equals(part)).findFirst().orElse(null);
      if (row == null) {
        row = maker.of(part, next);
        added.add(row);
      } else {
        left.remove(row);
        if (row.place < next) {
          row.place = next;
        }
      }
      next = row.place + 1;
    }
    if (!left.isEmpty()) {
      // At once, not when the transaction flushes: what comes may have the key of what goes.
      entities
          .createQuery("delete from %s p where p.id in :ids".formatted(type.getSimpleName()))
          .setParameter("ids", left.stream().map(TenantEntity::id).toList())
          .executeUpdate();
      left.forEach(entities::detach);
    }
    added.forEach(entities::persist);
  }
}
