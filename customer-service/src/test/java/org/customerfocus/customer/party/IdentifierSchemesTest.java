package org.customerfocus.customer.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierSchemesTest {

  @ParameterizedTest
  @CsvSource({
    "lei, 9845007NORTHPIER0079, 9845007NORTHPIER0079",
    "vat, nl 1234.56.789 B01, NL123456789B01",
    "vat, EL123456789, EL123456789",
    "vat, ATU12345678, ATU12345678",
    "vat, CHE-123.456.789 MWST, CHE123456789MWST",
    "iban, nl91 abna 0417 1643 00, NL91ABNA0417164300",
    "iban, DE89370400440532013000, DE89370400440532013000",
    "bic, abnanl2a, ABNANL2A",
    "gln, 8712345000004, 8712345000004",
    "duns, 15-048-3782, 150483782",
    "email, Ada.Okafor@NorthPier.Example, ada.okafor@northpier.example",
    "phone, +31 (0)20 123 4567, +31201234567",
    "url, HTTPS://NorthPier.example/About, https://northpier.example/About",
    "nl-kvk, ' 1234 5678 ', 1234 5678",
  })
  void writesEachInItsOneForm(String scheme, String value, String normal) {
    assertThat(IdentifierSchemes.normalised(scheme, value)).isEqualTo(normal);
    assertThat(IdentifierSchemes.normalised(scheme, normal)).isEqualTo(normal);
  }

  @ParameterizedTest
  @CsvSource({
    "lei, 9845007NORTHPIER0070, is an LEI whose check digits are wrong",
    "lei, 12345, must be an LEI of 20 letters and digits",
    "vat, NL12345678B01, has not the structure of a VAT number of NL",
    "vat, US123456789, must begin with a country",
    "vat, NL, must begin with a country",
    "iban, NL91ABNA0417164301, is an IBAN whose check digits are wrong",
    "iban, hello, must be an IBAN",
    "iban, ZZ91ABNA0417164300, must be an IBAN",
    "bic, A, must be a BIC",
    "gln, 8712345000005, is a GLN whose check digit is wrong",
    "duns, 12, must be a D-U-N-S number",
    "email, ada@, must be an e-mail address",
    "phone, 12, must be a telephone number in international form",
    "url, ftp://northpier.example, must be an http or https URL",
  })
  void refusesWhatCannotBe(String scheme, String value, String why) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IdentifierSchemes.normalised(scheme, value))
        .withMessageContaining(why);
  }

  @Test
  void numbersInNationalFormNeedTheirRegion() {
    assertThat(ContactValues.phone("020 123 4567", "NL")).isEqualTo("+31201234567");
    assertThat(ContactValues.phone("(415) 555-0100", "US")).isEqualTo("+14155550100");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactValues.phone("020 123 4567", null))
        .withMessageContaining("come with its region");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactValues.phone("020 123 4567", "XX"))
        .withMessageContaining("region that is none");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ContactValues.phone("+3120", null))
        .withMessageContaining("cannot be dialled");
  }
}
