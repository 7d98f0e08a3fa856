package org.customerfocus.survey.questionnaire;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The colours of a survey's pages. Text that its ground hides is refused.
///
/// @param background the ground of the page
/// @param text what is written on it
/// @param accent the ground of buttons and of what is chosen, and the colour of links
/// @param onAccent what is written on the accent
@Schema(description = "The colours of a survey's pages, each as #rrggbb.")
public record Theme(
    @NotNull @Pattern(regexp = Theme.COLOUR) String background,
    @NotNull @Pattern(regexp = Theme.COLOUR) String text,
    @NotNull @Pattern(regexp = Theme.COLOUR) String accent,
    @NotNull @Pattern(regexp = Theme.COLOUR) String onAccent) {

  static final String COLOUR = "#[0-9A-Fa-f]{6}";

  /// The platform's own colours.
  public static final Theme DEFAULT = new Theme("#ffffff", "#1a1a1a", "#0b5cad", "#ffffff");

  /// The least contrast of text with its ground (WCAG 2.2, success criterion 1.4.3).
  private static final double LEAST_CONTRAST = 4.5;

  /// Which pairs of its colours are too near to each other.
  List<Violation> violations() {
    List<Violation> violations = new ArrayList<>();
    demand(violations, "/text", text, background, "background");
    demand(violations, "/accent", accent, background, "background");
    demand(violations, "/onAccent", onAccent, accent, "accent");
    return violations;
  }

  private static void demand(
      List<Violation> violations, String pointer, String colour, String ground, String name) {
    double contrast = contrast(colour, ground);
    if (contrast < LEAST_CONTRAST) {
      violations.add(
          new Violation(
              pointer,
              "The contrast of %s with the %s %s is %.2f : 1, below the 4.5 : 1 that everybody can read."
                  .formatted(colour, name, ground, Math.floor(contrast * 100) / 100)));
    }
  }

  /// The contrast ratio of two colours, 1 to 21: (L₁ + 0.05) / (L₂ + 0.05) with L₁ the relative
  /// luminance of the lighter one (WCAG 2.2, "contrast ratio").
  static double contrast(String one, String other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  /// 0.2126 R + 0.7152 G + 0.0722 B of the linear sRGB components (WCAG 2.2, "relative luminance").
  private static double luminance(String colour) {
    return 0.2126 * linear(colour, 1) + 0.7152 * linear(colour, 3) + 0.0722 * linear(colour, 5);
  }

  private static double linear(String colour, int at) {
    double component = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
    return component <= 0.04045 ? component / 12.92 : Math.pow((component + 0.055) / 1.055, 2.4);
  }
}
