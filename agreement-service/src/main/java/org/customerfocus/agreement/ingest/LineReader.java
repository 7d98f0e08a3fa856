package org.customerfocus.agreement.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// Reads lines as bytes, in a buffer that is used again.
final class LineReader {

  /// Longer than any report within its bounds.
  static final int LONGEST = 64 * 1024;

  private static final int BUFFER = 256 * 1024;

  private final InputStream in;
  private byte[] buffer = new byte[BUFFER];
  private int from;
  private int end;
  private boolean ended;

  /// Where the line that was read last lies in the buffer.
  private int start;

  private int length;
  private long number;
  private boolean tooLong;

  LineReader(InputStream in) {
    this.in = in;
  }

  /// @return false at the end
  boolean next() throws IOException {
    tooLong = false;
    int scanned = 0;
    while (true) {
      int feed = feed(from + scanned);
      if (feed >= 0) {
        line(feed);
        from = feed + 1;
        return true;
      }
      scanned = end - from;
      if (scanned > LONGEST) {
        // The rest of it is read over.
        tooLong = true;
        from = end;
        scanned = 0;
      }
      if (ended || !fill()) {
        if (from == end && !tooLong) {
          return false;
        }
        line(end);
        from = end;
        return true;
      }
    }
  }

  private void line(int to) {
    start = from;
    length = to - from;
    tooLong |= length > LONGEST;
    number++;
  }

  private int feed(int at) {
    for (int i = at; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private boolean fill() throws IOException {
    if (from > 0) {
      System.arraycopy(buffer, from, buffer, 0, end - from);
      end -= from;
      from = 0;
    }
    if (end == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * buffer.length);
    }
    int read = in.read(buffer, end, buffer.length - end);
    if (read < 0) {
      ended = true;
      return false;
    }
    end += read;
    return true;
  }

  byte[] buffer() {
    return buffer;
  }

  int start() {
    return start;
  }

  int length() {
    return length;
  }

  boolean isBlank() {
    for (int i = start; i < start + length; i++) {
      if (buffer[i] != ' ' && buffer[i] != '\r' && buffer[i] != '\t') {
        return false;
      }
    }
    return !tooLong;
  }

  boolean isTooLong() {
    return tooLong;
  }

  /// The number of the line, from 1.
  long number() {
    return number;
  }
}
