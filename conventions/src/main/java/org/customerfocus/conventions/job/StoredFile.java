package org.customerfocus.conventions.job;

import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// A file that is kept in pieces, one of them in memory at a time.
public final class StoredFile extends InputStream {

  private final IntFunction<byte[]> pieces;
  // Asked for by whoever works on the rows, while another thread reads ahead.
  private final AtomicLong position = new AtomicLong();
  private byte[] piece = new byte[0];
  private int ordinal;
  private int offset;

  /// @param pieces by ordinal; an empty one after the last
  public StoredFile(IntFunction<byte[]> pieces) {
    this.pieces = pieces;
  }

  /// How many bytes were read.
  long position() {
    return position.get();
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte @Nullable [] target, int at, int length) {
    Objects.requireNonNull(target);
    if (length == 0) {
      return 0;
    }
    if (offset == piece.length) {
      piece = pieces.apply(ordinal);
      ordinal++;
      offset = 0;
      if (piece.length == 0) {
        return -1;
      }
    }
    int read = Math.min(length, piece.length - offset);
    System.arraycopy(piece, offset, target, at, read);
    offset += read;
    position.addAndGet(read);
    return read;
  }
}
