package org.customerfocus.survey.report;

import java.util.List;

/// A picture as marks on a plane whose y grows downwards, in units of about a pixel: written as SVG
/// for pages and drawn into PDF files. It is narrow, so that its words can be read on a phone.
///
/// @param id of the picture in its page
/// @param title what it shows
record Plot(String id, String title, double height, List<Mark> marks) {

  static final double WIDTH = 440;

  /// How tall words are.
  static final double FONT = 13;

  /// What a picture is made of.
  sealed interface Mark {}

  /// A straight line.
  record Line(double x1, double y1, double x2, double y2, Ink ink) implements Mark {}

  /// A rectangle.
  record Bar(double x, double y, double width, double height) implements Mark {}

  /// A value in a plane.
  record Dot(double x, double y) implements Mark {}

  /// Words; y is their base line.
  record Words(double x, double y, String text, Anchor anchor, boolean soft) implements Mark {}

  /// How a line looks.
  enum Ink {
    /// In the background.
    GRID,
    /// Joins values.
    SERIES,
    /// The bounds of an interval, and what has to be seen besides.
    STRONG
  }

  /// Which part of the words is at their x.
  enum Anchor {
    START,
    MIDDLE,
    END
  }
}
