package org.customerfocus.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SequencedMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContractMergerPropertyTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  @Property
  void everyOperationKeepsItsSecurityAndItsOwner(@ForAll("services") List<Service> services) {
    ObjectNode merged = ContractMerger.merge(documents(services));
    for (Service service : services) {
      for (String noun : service.nouns()) {
        var item = merged.path("paths").path(service.path(noun));
        assertThat(item.path("x-service").asText()).isEqualTo(service.name());
        assertThat(item.path("get").path("security").path(0).path("bearer").path(0).asText())
            .isEqualTo(service.scope());
      }
    }
    int operations = services.stream().mapToInt(service -> service.nouns().size()).sum();
    assertThat(merged.path("paths").size()).isEqualTo(operations);
    assertThat(merged.has("security")).isFalse();
  }

  @Property
  void theOrderOfServicesAndOfTheirPathsDoesNotChangeTheBytes(
      @ForAll("services") List<Service> services, @ForAll long seed) {
    Random random = new Random(seed);
    List<Service> others = new ArrayList<>(services.subList(1, services.size()));
    Collections.shuffle(others, random);
    List<Service> shuffled = new ArrayList<>(services.subList(0, 1));
    for (Service service : others) {
      List<String> nouns = new ArrayList<>(service.nouns());
      Collections.shuffle(nouns, random);
      shuffled.add(new Service(service.name(), nouns, service.scope()));
    }
    assertThat(OpenApiYaml.write(ContractMerger.merge(documents(shuffled))))
        .isEqualTo(OpenApiYaml.write(ContractMerger.merge(documents(services))));
  }

  @Property
  void whatIsWrittenIsReadBackTheSame(@ForAll String text, @ForAll("services") List<Service> some) {
    ObjectNode merged = ContractMerger.merge(documents(some));
    String printable =
        text.codePoints()
            .filter(ContractMergerPropertyTest::inYaml)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    merged.putObject("info").put("description", printable).put("x" + printable, "on");
    assertThat(OpenApiYaml.read("merged", OpenApiYaml.write(merged))).isEqualTo(merged);
  }

  private static boolean inYaml(int codePoint) {
    return codePoint == '\n'
        || codePoint == '\t'
        || (codePoint >= ' ' && codePoint < 0x7F)
        || (codePoint >= 0xA0 && codePoint < 0xD800);
  }

  @Provide
  Arbitrary<List<Service>> services() {
    Arbitrary<List<String>> nouns =
        Arbitraries.strings()
            .withCharRange('a', 'z')
            .ofMinLength(1)
            .ofMaxLength(8)
            .list()
            .uniqueElements()
            .ofMinSize(1)
            .ofMaxSize(6);
    Arbitrary<String> scopes = Arbitraries.of("a:read", "b:read", "c:write");
    return Combinators.combine(nouns, nouns, nouns, scopes, scopes, scopes)
        .as(
            (n1, n2, n3, s1, s2, s3) ->
                List.of(
                    new Service("gateway", n1, s1),
                    new Service("customer", n2, s2),
                    new Service("survey", n3, s3)));
  }

  private static SequencedMap<String, ObjectNode> documents(List<Service> services) {
    SequencedMap<String, ObjectNode> documents = new LinkedHashMap<>();
    services.forEach(service -> documents.put(service.name(), service.document()));
    return documents;
  }

  record Service(String name, List<String> nouns, String scope) {

    String path(String noun) {
      return "/v1/%s-%s/{id}".formatted(name, noun);
    }

    ObjectNode document() {
      ObjectNode document = JSON.objectNode().put("openapi", "3.1.0");
      document.putObject("info").put("title", "same");
      document.putArray("security").addObject().putArray("bearer").add(scope);
      ObjectNode paths = document.putObject("paths");
      for (String noun : nouns) {
        ObjectNode get = paths.putObject(path(noun)).putObject("get");
        get.put("operationId", "get" + name + noun);
        get.putObject("responses").putObject("200").put("$ref", "#/components/responses/Ok");
      }
      document
          .putObject("components")
          .putObject("responses")
          .putObject("Ok")
          .put("description", "Fine");
      return document;
    }
  }
}
