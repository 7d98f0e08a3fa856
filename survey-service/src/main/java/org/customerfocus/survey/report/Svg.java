package org.customerfocus.survey.report;

import java.util.Locale;
import org.customerfocus.survey.report.Plot.Bar;
import org.customerfocus.survey.report.Plot.Dot;
import org.customerfocus.survey.report.Plot.Ink;
import org.customerfocus.survey.report.Plot.Line;
import org.customerfocus.survey.report.Plot.Mark;
import org.customerfocus.survey.report.Plot.Words;

/// Writes a plot as SVG. Colours come from the page, so that it follows dark mode and print; who
/// does not see it hears its title, and has the table behind it.
final class Svg {

  private Svg() {}

  static String of(Plot plot) {
    StringBuilder svg =
        new StringBuilder(
            """
            <svg viewBox="0 0 %s %s" role="img" aria-labelledby="t-%s">
            <title id="t-%s">%s. The table has the same values.</title>
            """
                .formatted(
                    text(Plot.WIDTH),
                    text(plot.height()),
                    plot.id(),
                    plot.id(),
                    escaped(plot.title())));
    plot.marks().forEach(mark -> svg.append(of(mark)).append('\n'));
    return svg.append("</svg>").toString();
  }

  private static String of(Mark mark) {
    return switch (mark) {
      case Line line ->
          "<line%s x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\"/>"
              .formatted(
                  ink(line.ink()),
                  text(line.x1()),
                  text(line.y1()),
                  text(line.x2()),
                  text(line.y2()));
      case Bar bar ->
          "<g class=\"line-0\"><rect fill=\"currentColor\" fill-opacity=\"0.45\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/></g>"
              .formatted(text(bar.x()), text(bar.y()), text(bar.width()), text(bar.height()));
      case Dot dot ->
          "<g class=\"line-0\"><circle cx=\"%s\" cy=\"%s\" r=\"4\"/></g>"
              .formatted(text(dot.x()), text(dot.y()));
      case Words words ->
          "<text%s x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
              .formatted(
                  words.soft() ? " class=\"axis\"" : "",
                  text(words.x()),
                  text(words.y()),
                  words.anchor().name().toLowerCase(Locale.ROOT),
                  escaped(words.text()));
    };
  }

  private static String ink(Ink ink) {
    return switch (ink) {
      case GRID -> " class=\"grid\"";
      case SERIES -> " class=\"line line-0\"";
      case STRONG -> " stroke=\"currentColor\" stroke-width=\"1.5\"";
    };
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
