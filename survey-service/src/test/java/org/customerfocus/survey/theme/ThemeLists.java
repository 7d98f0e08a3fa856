package org.customerfocus.survey.theme;

import org.customerfocus.conventions.page.Fields;

/// Opens this feature's list fields to the test of indexes.
public final class ThemeLists {

  public static final Fields ANALYSES = ThemeRepository.ANALYSES;
  public static final Fields THEMES = ThemeRepository.THEMES;

  private ThemeLists() {}
}
