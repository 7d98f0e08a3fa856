package org.customerfocus.survey.report;

import java.util.ArrayList;
import java.util.List;
import org.customerfocus.survey.report.Plot.Anchor;
import org.customerfocus.survey.report.Plot.Dot;
import org.customerfocus.survey.report.Plot.Ink;
import org.customerfocus.survey.report.Plot.Line;
import org.customerfocus.survey.report.Plot.Mark;
import org.customerfocus.survey.report.Plot.Words;

/// Puts short names beside dots, where they touch neither dots nor each other. One that has to
/// stand further off is tied to its dot by a line.
final class Labels {

  private static final double CHARACTER = 8;
  private static final double REACH = 6;
  private static final int DIRECTIONS = 8;
  private static final double FURTHEST = 80;

  private Labels() {}

  /// What is taken already.
  private record Box(double left, double top, double right, double bottom) {

    boolean touches(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  static List<Mark> beside(List<Dot> dots, List<String> names) {
    List<Box> taken = new ArrayList<>();
    dots.forEach(
        dot ->
            taken.add(new Box(dot.x() - REACH, dot.y() - REACH, dot.x() + REACH, dot.y() + REACH)));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < dots.size(); i++) {
      place(dots.get(i), names.get(i), taken, marks);
    }
    return marks;
  }

  private static void place(Dot dot, String name, List<Box> taken, List<Mark> marks) {
    double width = name.length() * CHARACTER;
    for (double distance = 13; distance <= FURTHEST; distance += 9) {
      for (int direction = 0; direction < DIRECTIONS; direction++) {
        double angle = 2 * Math.PI * direction / DIRECTIONS;
        double x = dot.x() + (distance + width / 4) * Math.cos(angle);
        double y = dot.y() + distance * Math.sin(angle);
        Box box = new Box(x - width / 2, y - Plot.FONT / 2, x + width / 2, y + Plot.FONT / 2);
        boolean inside = box.left() > 58 && box.right() < Plot.WIDTH - 4 && box.top() > 30;
        if (inside && taken.stream().noneMatch(box::touches)) {
          taken.add(box);
          if (distance > 14) {
            marks.add(
                new Line(
                    dot.x(),
                    dot.y(),
                    x - (x - dot.x()) / distance * 7,
                    y - (y - dot.y()) / distance * 7,
                    Ink.GRID));
          }
          marks.add(new Words(x, y + 4.5, name, Anchor.MIDDLE, false));
          return;
        }
      }
    }
    marks.add(new Words(dot.x(), dot.y() - 8, name, Anchor.MIDDLE, false));
  }
}
