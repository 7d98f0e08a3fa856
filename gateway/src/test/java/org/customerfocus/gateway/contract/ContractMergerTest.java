package org.customerfocus.gateway.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ContractMergerTest {

  private static final String FRAME =
      """
      openapi: 3.1.0
      info: {title: Platform, version: "1"}
      servers: [{url: /}]
      security: [{bearer: [operator]}]
      tags: [{name: Tenants, description: Those who share the platform}]
      paths:
        /v1/tenants/{id}:
          get: {operationId: getTenant, responses: {"200": {$ref: "#/components/responses/Ok"}}}
      components:
        responses:
          Ok: {description: Fine}
        securitySchemes:
          bearer: {type: http, scheme: bearer}
      x-problem-types:
      - {slug: not-found, title: Not there, status: 404}
      """;

  private static final String CUSTOMER =
      """
      openapi: 3.1.0
      info: {title: Customer, version: "7"}
      servers: [{url: /customer-base}]
      security: [{bearer: ["customers:read"]}]
      tags: [{name: Customers, description: Who they are}]
      paths:
        /v1/customers:
          get: {operationId: listCustomers, responses: {"200": {$ref: "#/components/responses/Ok"}}}
          post:
            operationId: createCustomer
            security: [{bearer: ["customers:write"]}]
            servers: [{url: /own}]
            responses: {"201": {description: Made}}
        /s/{token}:
          get: {operationId: openLink, security: [], responses: {"200": {description: Page}}}
      components:
        responses:
          Ok: {description: Fine}
      x-problem-types:
      - {slug: not-found, title: Not there, status: 404}
      - {slug: customer-merged, title: Merged, status: 409}
      """;

  @Test
  void documentWideRulesMoveIntoTheOperationsAndEqualPartsAreShared() {
    assertThat(OpenApiYaml.write(merge("gateway", FRAME, "customer", CUSTOMER)))
        .isEqualTo(
            """
            openapi: "3.1.0"
            info:
              title: Platform
              version: "1"
            servers:
              - url: /
            tags:
              - name: Customers
                description: Who they are
              - name: Tenants
                description: Those who share the platform
            paths:
              /s/{token}:
                x-service: customer
                get:
                  operationId: openLink
                  security: []
                  responses:
                    "200":
                      description: Page
                  servers:
                    - url: /customer-base
              /v1/customers:
                x-service: customer
                get:
                  operationId: listCustomers
                  responses:
                    "200":
                      $ref: "#/components/responses/Ok"
                  security:
                    - bearer:
                        - "customers:read"
                  servers:
                    - url: /customer-base
                post:
                  operationId: createCustomer
                  security:
                    - bearer:
                        - "customers:write"
                  servers:
                    - url: /own
                  responses:
                    "201":
                      description: Made
              /v1/tenants/{id}:
                x-service: gateway
                get:
                  operationId: getTenant
                  responses:
                    "200":
                      $ref: "#/components/responses/Ok"
                  security:
                    - bearer:
                        - operator
            components:
              responses:
                Ok:
                  description: Fine
              securitySchemes:
                bearer:
                  type: http
                  scheme: bearer
            x-problem-types:
              - slug: customer-merged
                title: Merged
                status: 409
              - slug: not-found
                title: Not there
                status: 404
            """);
  }

  @Test
  void mergingReadsItsInputsOnly() {
    ObjectNode customer = OpenApiYaml.read("customer", CUSTOMER);
    SequencedMap<String, ObjectNode> documents = new LinkedHashMap<>();
    documents.put("gateway", OpenApiYaml.read("gateway", FRAME));
    documents.put("customer", customer);
    ContractMerger.merge(documents);
    assertThat(customer).isEqualTo(OpenApiYaml.read("customer", CUSTOMER));
  }

  @Test
  void unequalComponentsOfOneNameAreRefused() {
    assertRefused(
        CUSTOMER.replace("Ok: {description: Fine}", "Ok: {description: Great}"),
        "The component responses Ok differs between gateway and customer");
  }

  @Test
  void unequalTagsAreRefused() {
    assertRefused(
        CUSTOMER.replace(
            "{name: Customers, description: Who they are}", "{name: Tenants, description: Flats}"),
        "The tag Tenants differs between gateway and customer");
  }

  @Test
  void unequalProblemTypesAreRefused() {
    assertRefused(
        CUSTOMER.replace("title: Not there, status: 404", "title: Gone, status: 410"),
        "The problem type not-found differs between gateway and customer");
  }

  @Test
  void repeatedOperationIdsAreRefused() {
    assertRefused(
        CUSTOMER.replace("operationId: listCustomers", "operationId: getTenant"),
        "The operationId getTenant is used by both customer and gateway",
        "The operationId getTenant is used by both gateway and customer");
  }

  @Test
  void operationsWithoutIdAreRefused() {
    assertRefused(
        CUSTOMER.replace("operationId: openLink, ", ""),
        "An operation on /s/{token} of customer has no operationId");
  }

  @Test
  void pathsThatDifferOnlyInTheNameOfAParameterAreRefused() {
    assertRefused(
        CUSTOMER.replace("/s/{token}", "/v1/tenants/{handle}"),
        "The path /v1/tenants/{handle} of customer overlaps /v1/tenants/{id} of gateway");
  }

  @Test
  void aLiteralUnderAnothersParameterIsRefused() {
    assertRefused(
        CUSTOMER.replace("/s/{token}", "/v1/tenants/mine"),
        "The path /v1/tenants/mine of customer overlaps /v1/tenants/{id} of gateway");
  }

  @Test
  void otherVersionsAreRefused() {
    assertRefused(
        CUSTOMER.replace("openapi: 3.1.0", "openapi: 3.0.3"),
        "The document of customer is OpenAPI 3.0.3; only 3.1 is merged");
    assertRefused(
        CUSTOMER.replace("openapi: 3.1.0", "openapi: 3.1.1"),
        "The document of customer is OpenAPI 3.1.1, the first one 3.1.0");
  }

  @Test
  void referencesToNothingAreRefused() {
    assertRefused(
        CUSTOMER.replace(
            "\"201\": {description: Made}", "\"201\": {$ref: \"#/components/responses/Made\"}"),
        "The reference #/components/responses/Made leads nowhere");
  }

  @Test
  void textThatIsNoDocumentIsRefused() {
    assertThatExceptionOfType(ContractConflict.class)
        .isThrownBy(() -> OpenApiYaml.read("survey", "- a\n- list\n"))
        .withMessage("survey is no OpenAPI document: no object at its root");
    assertThatExceptionOfType(ContractConflict.class)
        .isThrownBy(() -> OpenApiYaml.read("survey", "a: 1\na: 2\n"))
        .withMessageStartingWith("survey cannot be read as YAML: ");
    assertThatExceptionOfType(ContractConflict.class)
        .isThrownBy(() -> ContractMerger.merge(new LinkedHashMap<>()))
        .withMessage("There is no document to merge");
  }

  private static void assertRefused(String customer, String... anyOf) {
    assertThatExceptionOfType(ContractConflict.class)
        .isThrownBy(() -> merge("gateway", FRAME, "customer", customer))
        .satisfies(conflict -> assertThat(conflict.getMessage()).isIn((Object[]) anyOf));
  }

  private static ObjectNode merge(String one, String first, String two, String second) {
    SequencedMap<String, ObjectNode> documents = new LinkedHashMap<>();
    documents.put(one, OpenApiYaml.read(one, first));
    documents.put(two, OpenApiYaml.read(two, second));
    return ContractMerger.merge(documents);
  }
}
