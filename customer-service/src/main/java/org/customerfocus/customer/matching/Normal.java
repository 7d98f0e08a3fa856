package org.customerfocus.customer.matching;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Brings values into the form that they are compared in.
public final class Normal {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]+");
  private static final Pattern NUMBER = Pattern.compile("\\d+\\p{L}?");

  // Legal forms tell companies apart for a register, not whether a clerk meant the same one.
  private static final Set<String> LEGAL_FORMS =
      Set.of(
          "ab",
          "ag",
          "as",
          "asa",
          "bv",
          "bvba",
          "co",
          "corp",
          "corporation",
          "cv",
          "eg",
          "ev",
          "gmbh",
          "inc",
          "incorporated",
          "kg",
          "limited",
          "llc",
          "llp",
          "lp",
          "ltd",
          "nv",
          "ohg",
          "oy",
          "oyj",
          "plc",
          "pty",
          "sa",
          "sarl",
          "sas",
          "se",
          "sl",
          "spa",
          "srl",
          "vof");

  private Normal() {}

  /// Lower case, without diacritics and punctuation, single blanks.
  public static String text(@Nullable String value) {
    if (value == null || value.isBlank()) {
      return "";
    }
    String plain =
        MARKS
            .matcher(Normalizer.normalize(value, Normalizer.Form.NFKD))
            .replaceAll("")
            .toLowerCase(Locale.ROOT)
            .replace("ß", "ss")
            .replace("ø", "o")
            .replace("ł", "l")
            .replace("æ", "ae")
            .replace("'", "")
            .replace("’", "")
            .replace(".", "");
    return OTHER.matcher(plain).replaceAll(" ").strip();
  }

  /// An organisation's name without its legal form, as long as something is left of it.
  public static String organization(@Nullable String value) {
    String whole = text(value);
    String core =
        Arrays.stream(whole.split(" ", -1))
            .filter(word -> !LEGAL_FORMS.contains(word))
            .collect(Collectors.joining(" "));
    return core.isEmpty() ? whole : core;
  }

  /// Letters and digits alone, for codes that are written with and without blanks.
  public static String code(@Nullable String value) {
    return text(value).replace(" ", "");
  }

  /// Digits alone, the last nine: a number with and without its country agrees.
  public static String phone(@Nullable String value) {
    String digits = value == null ? "" : NO_DIGIT.matcher(value).replaceAll("");
    return digits.length() > 9 ? digits.substring(digits.length() - 9) : digits;
  }

  public static String email(@Nullable String value) {
    return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
  }

  /// An address whose street and house number stand in one line, in either order.
  public static Profile.Address address(
      @Nullable String line,
      @Nullable String addition,
      @Nullable String locality,
      @Nullable String postalCode,
      @Nullable String region) {
    String number = "";
    StringBuilder street = new StringBuilder();
    for (String word : text(line).split(" ", -1)) {
      if (number.isEmpty() && NUMBER.matcher(word).matches()) {
        number = word;
      } else {
        street.append(street.isEmpty() ? "" : " ").append(word);
      }
    }
    return new Profile.Address(
        number, street.toString(), text(addition), text(locality), code(postalCode), text(region));
  }
}
