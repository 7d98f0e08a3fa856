package org.customerfocus.conventions.csv;

/// A file that cannot be read as CSV at all; the message tells its owner what to do.
public final class CsvFault extends Exception {

  private static final long serialVersionUID = 1L;

  public CsvFault(String message) {
    super(message);
  }
}
