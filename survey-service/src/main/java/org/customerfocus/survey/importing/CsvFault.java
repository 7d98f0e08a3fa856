package org.customerfocus.survey.importing;

/// A file that cannot be read as CSV at all; the message tells its owner what to do.
final class CsvFault extends Exception {

  CsvFault(String message) {
    super(message);
  }
}
