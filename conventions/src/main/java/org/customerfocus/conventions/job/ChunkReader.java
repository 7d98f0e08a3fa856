package org.customerfocus.conventions.job;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.customerfocus.conventions.csv.CsvFault;
import org.jspecify.annotations.Nullable;

/// Reads rows ahead of who works on them, one chunk at most, on a thread of its own.
///
/// @param <R> what a row is read as
final class ChunkReader<R extends Rows.Row> implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// @param bytes how many bytes of the file were read with it
  record Chunk<R>(List<R> rows, long bytes) {}

  /// What the reader hands over: a chunk, the end, or why there is no more.
  private record Handed<R>(@Nullable Chunk<R> chunk, @Nullable Throwable failure) {}

  private final Rows<R> rows;
  private final StoredFile file;
  private final long after;
  private final int most;
  private final int characters;
  private final Runnable waiting;
  private final BlockingQueue<Handed<R>> handed = new ArrayBlockingQueue<>(1);
  private final Thread thread;
  private volatile boolean closed;

  /// @param after the number of the last row that is done already
  /// @param most how many rows a chunk has at most
  /// @param characters how many characters a chunk has at most, one row more or less
  /// @param waiting what to do now and then while the next chunk takes long: rows that are done
  ///   already are read over first
  ChunkReader(
      Rows<R> rows, StoredFile file, long after, int most, int characters, Runnable waiting) {
    this.rows = rows;
    this.file = file;
    this.after = after;
    this.most = most;
    this.characters = characters;
    this.waiting = waiting;
    this.thread = Thread.ofVirtual().name("import-reader").start(this::read);
  }

  /// The next chunk, or null at the end.
  ///
  /// @throws CsvFault when the file cannot be read any further; all rows before were handed over
  @Nullable Chunk<R> next() throws IOException, CsvFault, InterruptedException {
    Handed<R> next = handed.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    while (next == null) {
      waiting.run();
      next = handed.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
    switch (next.failure()) {
      case null -> {}
      case CsvFault fault -> throw fault;
      case IOException fault -> throw fault;
      case RuntimeException fault -> throw fault;
      case Error fault -> throw fault;
      default -> throw new IllegalStateException(next.failure());
    }
    return next.chunk();
  }

  private void read() {
    List<R> chunk = new ArrayList<>(most);
    try {
      int size = 0;
      for (R row = rows.next(); row != null && !closed; row = rows.next()) {
        if (row.number() <= after) {
          continue;
        }
        chunk.add(row);
        for (String cell : row.cells()) {
          size += cell.length();
        }
        if (chunk.size() == most || size >= characters) {
          hand(chunk);
          chunk = new ArrayList<>(most);
          size = 0;
        }
      }
      hand(chunk);
      put(new Handed<>(null, null));
    } catch (CsvFault e) {
      hand(chunk);
      put(new Handed<>(null, e));
    } catch (IOException | RuntimeException | Error e) {
      put(new Handed<>(null, e));
    }
  }

  private void hand(List<R> chunk) {
    if (!chunk.isEmpty()) {
      put(new Handed<>(new Chunk<>(chunk, file.position()), null));
    }
  }

  private void put(Handed<R> next) {
    try {
      while (!closed && !handed.offer(next, 1, TimeUnit.SECONDS)) {
        // Whoever works on the chunk before is not done with it.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
