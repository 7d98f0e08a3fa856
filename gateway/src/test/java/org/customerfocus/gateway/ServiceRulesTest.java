package org.customerfocus.gateway;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.customerfocus.conventions.testing.ContractDrift;
import org.customerfocus.conventions.testing.HouseRules;
import org.customerfocus.conventions.testing.SchemaRules;
import org.customerfocus.gateway.apikey.ApiKeyLists;
import org.customerfocus.gateway.tenant.TenantLists;
import org.customerfocus.gateway.testing.GatewayPlatform;
import org.junit.jupiter.api.Test;

/// The rules that every service keeps.
@QuarkusTest
@WithTestResource(GatewayPlatform.class)
class ServiceRulesTest {

  @Test
  void codeKeepsTheHouseRules() {
    HouseRules.check("org.customerfocus.gateway");
  }

  @Test
  void everyTableBelongsToTenants() throws SQLException {
    SchemaRules.checkTenancy();
  }

  @Test
  void ownersFunctionsSearchTheirSchemaFirst() throws SQLException {
    SchemaRules.checkOwnersFunctions();
  }

  @Test
  void everyDocumentedFieldHasItsIndex() throws SQLException {
    SchemaRules.checkIndexes(TenantLists.FIELDS, ApiKeyLists.FIELDS);
  }

  @Test
  void committedContractIsTheEmittedOne() throws IOException {
    ContractDrift.check(Path.of("openapi-own.yaml"));
  }
}
