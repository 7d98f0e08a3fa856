package org.customerfocus.agreement.tmf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.customerfocus.conventions.problem.FieldError;
import org.junit.jupiter.api.Test;

/// Documents lose nothing.
class Tmf651Test {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> ZONES =
      List.of("UTC", "America/Los_Angeles", "Asia/Kathmandu", "Pacific/Apia", "Africa/Cairo");

  private static Standing standing(Random random) {
    List<Standing.Authorization> signed = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      signed.add(new Standing.Authorization("provider", id(random), "2026-02-01"));
    }
    return new Standing(
        id(random),
        random.nextBoolean() ? "draft" : "terminated",
        1 + random.nextInt(9),
        Instant.ofEpochSecond(random.nextInt()),
        random.nextBoolean() ? null : Instant.ofEpochSecond(random.nextInt()),
        signed);
  }

  private static UUID id(Random random) {
    return new UUID(random.nextLong(), random.nextLong());
  }

  private static String word(Random random) {
    return List.of("Bags", "\"quoted\"", "Grüße", "飛行機", "a\nb", "customerfocus.x", "{}")
        .get(random.nextInt(7));
  }

  /// The terms of an agreement as a client could send them, ids of commitments apart.
  private static ObjectNode terms(Random random) {
    ObjectNode terms = NODES.objectNode();
    terms.put("name", word(random));
    terms.put("providerPartyId", id(random).toString());
    terms.put("customerId", id(random).toString());
    if (random.nextBoolean()) {
      terms.put("customerPartyId", id(random).toString());
    }
    ids(terms, "coveredUserIds", random);
    LocalDate start = LocalDate.of(1 + random.nextInt(9000), 1, 1).plusDays(random.nextInt(366));
    ObjectNode term = terms.putObject("term").put("start", start.toString());
    if (random.nextBoolean()) {
      term.put("end", start.plusDays(1 + random.nextInt(2000)).toString());
    }
    terms.put("timeZone", ZONES.get(random.nextInt(ZONES.size())));
    commitments(terms, random);
    services(terms, random);
    ids(terms, "requirementIds", random);
    if (random.nextBoolean()) {
      terms
          .putArray("compensation")
          .addObject()
          .put("kind", "data")
          .put("description", word(random));
      terms.putObject("value").put("amount", "12.50").put("currency", "EUR");
    }
    if (random.nextBoolean()) {
      terms.put("noticePeriod", "P3M");
      terms.putObject("renewal").put("automatic", random.nextBoolean()).put("period", "P1Y");
    }
    if (random.nextBoolean()) {
      terms.put("renewalOfId", id(random).toString());
    }
    return terms;
  }

  private static void ids(ObjectNode terms, String member, Random random) {
    int many = random.nextInt(4);
    if (many > 0) {
      ArrayNode ids = terms.putArray(member);
      for (int i = 0; i < many; i++) {
        ids.add(id(random).toString());
      }
    }
  }

  private static void commitments(ObjectNode terms, Random random) {
    int many = random.nextInt(3);
    for (int i = 0; i < many; i++) {
      ObjectNode commitment = terms.withArray("commitments").addObject().put("name", word(random));
      commitment.put("metricId", id(random).toString());
      commitment
          .putObject("target")
          .put("comparator", "at-least")
          .put("value", new BigDecimal("0." + (1 + random.nextInt(999_999_998)) + "1"));
      commitment.putObject("selector").putObject("dimensions").put(word(random), word(random));
    }
  }

  private static void services(ObjectNode terms, Random random) {
    int many = random.nextInt(3);
    for (int i = 0; i < many; i++) {
      ObjectNode service =
          terms.withArray("agreedServices").addObject().put("offeringId", id(random).toString());
      if (random.nextBoolean()) {
        service.put("terms", word(random));
      }
      if (random.nextBoolean()) {
        service
            .putArray("entityTypes")
            .addObject()
            .put("entityType", word(random))
            .putObject("customerTerm")
            .put("en", word(random));
      }
    }
  }

  @Property
  void theTermsThatAreWrittenAreRead(@ForAll Random random) {
    ObjectNode terms = terms(random);
    Reading reading = Tmf651.read(Tmf651.write(terms, standing(random)));
    assertThat(reading.refused()).isEmpty();
    assertThat(reading.terms()).isEqualTo(ExactJson.normal(terms));
  }

  /// Written, read, and written again as what was made of it: the same bytes, whoever added what to
  /// the document on its way.
  @Property
  void whatComesBackIsTheSameToTheLastByte(@ForAll Random random) throws JsonProcessingException {
    ObjectNode document = Tmf651.write(terms(random), standing(random));
    document.put("statementOfIntent", word(random)).put("documentNumber", random.nextInt());
    document.withArray("characteristic").addObject().put("name", word(random)).put("value", 1.50);
    ((ObjectNode) document.at("/engagedParty/0")).put("name", word(random));
    String sent = ExactJson.write(document);

    ObjectNode source = (ObjectNode) ExactJson.parse(sent);
    ObjectNode read = Tmf651.read(source).terms();
    String again = ExactJson.write(Tmf651.write(read, standing(random), source, true, true));

    assertThat(again).isEqualTo(sent);
  }

  @Property
  void whatIsForeignOutlivesAChange(@ForAll Random random) {
    ObjectNode document = Tmf651.write(terms(random), standing(random));
    document.put("statementOfIntent", "kept");
    document.withArray("characteristic").addObject().put("name", "costCentre").put("value", 4711);
    ObjectNode other = terms(random);
    Standing now = standing(random);

    ObjectNode written = Tmf651.write(other, now, document, false, false);

    assertThat(Tmf651.read(written).terms()).isEqualTo(ExactJson.normal(other));
    assertThat(written.path("statementOfIntent").asText()).isEqualTo("kept");
    assertThat(written.path("id").asText()).isEqualTo(now.id().toString());
    assertThat(written.path("characteristic").valueStream())
        .filteredOn(each -> each.path("name").asText().equals("costCentre"))
        .hasSize(1);
  }

  @Test
  void whatCannotBeReadIsNamedWhereItIs() throws JsonProcessingException {
    Reading reading =
        Tmf651.read(
            (ObjectNode)
                ExactJson.parse(
                    """
                    {"agreementPeriod": {"startDateTime": "tomorrow"},
                     "engagedParty": [{"id": "ACME", "role": "Provider"}, {"id": "x", "role": "buyer"}],
                     "agreementItem": [{"productOffering": [{"id": "P-1"}]}]}"""));
    assertThat(reading.refused())
        .extracting(FieldError::pointer)
        .containsExactly(
            "/name",
            "/agreementPeriod/startDateTime",
            "/engagedParty/0/id",
            "/engagedParty",
            "/engagedParty",
            "/agreementItem/0/productOffering/0/id");
  }
}
