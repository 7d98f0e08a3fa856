package org.customerfocus.customer.party;

import static java.util.Map.entry;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.validator.routines.checkdigit.EAN13CheckDigit;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/// The schemes of identifiers that can be checked, each with one written form.
final class IdentifierSchemes {

  private static final Pattern LEI = Pattern.compile("[A-Z0-9]{18}[0-9]{2}");
  private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

  /// What follows the country in a VAT identification number: the structures that the European
  /// Commission publishes for VIES, with those of Norway, Switzerland and the United Kingdom.
  private static final Map<String, Pattern> VAT =
      Map.ofEntries(
          entry("AT", Pattern.compile("U\\d{8}")),
          entry("BE", Pattern.compile("[01]\\d{9}")),
          entry("BG", Pattern.compile("\\d{9,10}")),
          entry("CH", Pattern.compile("E\\d{9}(MWST|TVA|IVA)?")),
          entry("CY", Pattern.compile("\\d{8}[A-Z]")),
          entry("CZ", Pattern.compile("\\d{8,10}")),
          entry("DE", Pattern.compile("\\d{9}")),
          entry("DK", Pattern.compile("\\d{8}")),
          entry("EE", Pattern.compile("\\d{9}")),
          entry("EL", Pattern.compile("\\d{9}")),
          entry("ES", Pattern.compile("[A-Z0-9]\\d{7}[A-Z0-9]")),
          entry("FI", Pattern.compile("\\d{8}")),
          entry("FR", Pattern.compile("[A-HJ-NP-Z0-9]{2}\\d{9}")),
          entry("GB", Pattern.compile("\\d{9}|\\d{12}|GD[0-4]\\d{2}|HA[5-9]\\d{2}")),
          entry("HR", Pattern.compile("\\d{11}")),
          entry("HU", Pattern.compile("\\d{8}")),
          entry("IE", Pattern.compile("\\d[A-Z0-9+*]\\d{5}[A-Z]|\\d{7}[A-Z]{1,2}")),
          entry("IT", Pattern.compile("\\d{11}")),
          entry("LT", Pattern.compile("\\d{9}|\\d{12}")),
          entry("LU", Pattern.compile("\\d{8}")),
          entry("LV", Pattern.compile("\\d{11}")),
          entry("MT", Pattern.compile("\\d{8}")),
          entry("NL", Pattern.compile("\\d{9}B\\d{2}")),
          entry("NO", Pattern.compile("\\d{9}(MVA)?")),
          entry("PL", Pattern.compile("\\d{10}")),
          entry("PT", Pattern.compile("\\d{9}")),
          entry("RO", Pattern.compile("\\d{2,10}")),
          entry("SE", Pattern.compile("\\d{10}01")),
          entry("SI", Pattern.compile("\\d{8}")),
          entry("SK", Pattern.compile("\\d{10}")),
          entry("XI", Pattern.compile("\\d{9}|\\d{12}|GD[0-4]\\d{2}|HA[5-9]\\d{2}")));

  private IdentifierSchemes() {}

  /// @throws IllegalArgumentException with what would be right
  static String normalised(String scheme, String value) {
    return switch (scheme) {
      case "lei" -> lei(compact(value));
      case "vat" -> vat(compact(value));
      case "iban" -> iban(compact(value));
      case "bic" -> bic(compact(value));
      case "gln" -> gln(compact(value));
      case "duns" -> matching(compact(value), "[0-9]{9}", "a D-U-N-S number of nine digits");
      case "email" -> ContactValues.email(value);
      case "phone" -> ContactValues.phone(value, null);
      case "url" -> ContactValues.url(value);
      default -> value.strip();
    };
  }

  /// Without the blanks, points and hyphens that people write for the eye.
  private static String compact(String value) {
    return value.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT);
  }

  /// Legal Entity Identifier, ISO 17442: 20 characters whose check digits make the number, letters
  /// written as 10 to 35, leave 1 when divided by 97 (ISO/IEC 7064, MOD 97-10).
  private static String lei(String value) {
    matching(value, LEI.pattern(), "an LEI of 20 letters and digits");
    String digits =
        value
            .chars()
            .mapToObj(each -> Integer.toString(Character.digit(each, 36)))
            .collect(Collectors.joining());
    if (!new BigInteger(digits).mod(NINETY_SEVEN).equals(BigInteger.ONE)) {
      throw new IllegalArgumentException("is an LEI whose check digits are wrong");
    }
    return value;
  }

  private static String vat(String value) {
    Pattern structure = value.length() < 4 ? null : VAT.get(value.substring(0, 2));
    if (structure == null) {
      throw new IllegalArgumentException(
          "must begin with a country whose VAT numbers are known, such as NL or EL; keep another"
              + " country's under a scheme of its own");
    }
    if (!structure.matcher(value.substring(2)).matches()) {
      throw new IllegalArgumentException(
          "has not the structure of a VAT number of " + value.substring(0, 2));
    }
    return value;
  }

  private static String iban(String value) {
    try {
      IbanUtil.validate(value);
      return value;
    } catch (InvalidCheckDigitException e) {
      throw new IllegalArgumentException("is an IBAN whose check digits are wrong", e);
    } catch (IbanFormatException | UnsupportedCountryException e) {
      throw new IllegalArgumentException("must be an IBAN such as NL91ABNA0417164300", e);
    }
  }

  private static String bic(String value) {
    try {
      BicUtil.validate(value);
      return value;
    } catch (BicFormatException | UnsupportedCountryException e) {
      throw new IllegalArgumentException("must be a BIC such as ABNANL2A", e);
    }
  }

  private static String gln(String value) {
    matching(value, "[0-9]{13}", "a GLN of 13 digits");
    if (!EAN13CheckDigit.EAN13_CHECK_DIGIT.isValid(value)) {
      throw new IllegalArgumentException("is a GLN whose check digit is wrong");
    }
    return value;
  }

  private static String matching(String value, String pattern, String expected) {
    if (!value.matches(pattern)) {
      throw new IllegalArgumentException("must be " + expected);
    }
    return value;
  }
}
