package org.customerfocus.customer.party;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.DomainValidator.ArrayType;
import org.apache.commons.validator.routines.DomainValidator.Item;
import org.apache.commons.validator.routines.EmailValidator;
import org.apache.commons.validator.routines.UrlValidator;
import org.jspecify.annotations.Nullable;

/// Addresses, numbers and URLs, checked and in one form each. All methods throw
/// [IllegalArgumentException] with what would be right.
final class ContactValues {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();
  private static final String NO_REGION = "ZZ";

  /// The names that RFC 2606 keeps for examples and tests are no top-level domains, and yet the
  /// ones to try a system with.
  private static final DomainValidator DOMAINS =
      DomainValidator.getInstance(
          false,
          List.of(
              new Item(
                  ArrayType.GENERIC_PLUS, new String[] {"example", "test", "invalid", "local"})));

  private static final EmailValidator EMAILS = new EmailValidator(false, false, DOMAINS);
  private static final UrlValidator URLS =
      new UrlValidator(new String[] {"http", "https"}, null, 0, DOMAINS);

  private ContactValues() {}

  /// In lower case, so that equal addresses are equal: what stands before the @ is its mail
  /// server's to tell apart (RFC 5321), and none in use does by capitals.
  static String email(String value) {
    String address = value.strip();
    if (!EMAILS.isValid(address)) {
      throw new IllegalArgumentException("must be an e-mail address");
    }
    return address.toLowerCase(Locale.ROOT);
  }

  /// E.164. A number has to be possible, not assigned: numbering plans change faster than what is
  /// known of them.
  ///
  /// @param region where the national form is dialled, ISO 3166-1 alpha-2
  static String phone(String value, @Nullable String region) {
    if (region != null && !PHONES.getSupportedRegions().contains(region)) {
      throw new IllegalArgumentException("has a region that is none; it is a code such as NL");
    }
    try {
      PhoneNumber number = PHONES.parse(value.strip(), region == null ? NO_REGION : region);
      if (PHONES.isPossibleNumber(number)) {
        return PHONES.format(number, PhoneNumberFormat.E164);
      }
      throw new IllegalArgumentException("is a telephone number that cannot be dialled");
    } catch (NumberParseException e) {
      throw new IllegalArgumentException(
          region == null
              ? "must be a telephone number in international form, such as +31201234567, or come"
                  + " with its region"
              : "must be a telephone number",
          e);
    }
  }

  /// Scheme and host in lower case.
  static String url(String value) {
    String url = value.strip();
    if (!URLS.isValid(url)) {
      throw new IllegalArgumentException("must be an http or https URL");
    }
    try {
      URI parsed = new URI(url);
      String authority = parsed.getRawAuthority();
      int end = url.indexOf(authority) + authority.length();
      return url.substring(0, end).toLowerCase(Locale.ROOT) + url.substring(end);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be an http or https URL", e);
    }
  }

  /// What somebody typed to find a party by: an address where it has an @, a URL where it begins
  /// like one, else a telephone number.
  static String searched(String text, @Nullable String region) {
    String contact = text.strip();
    if (contact.contains("@")) {
      return email(contact);
    }
    return contact.regionMatches(true, 0, "http", 0, 4) ? url(contact) : phone(contact, region);
  }
}
