package org.customerfocus.agreement;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import org.customerfocus.agreement.breach.BreachLists;
import org.customerfocus.agreement.calendar.CalendarLists;
import org.customerfocus.agreement.contract.AgreementLists;
import org.customerfocus.agreement.correction.CorrectionLists;
import org.customerfocus.agreement.entitytype.EntityTypeLists;
import org.customerfocus.agreement.exclusion.ExclusionLists;
import org.customerfocus.agreement.measurement.MeasurementLists;
import org.customerfocus.agreement.metric.MetricLists;
import org.customerfocus.agreement.servicecredit.ServiceCreditLists;
import org.customerfocus.agreement.statechange.StateChangeLists;
import org.customerfocus.agreement.timer.TimerEventLists;
import org.customerfocus.agreement.underpinning.UnderpinningLists;
import org.customerfocus.conventions.testing.ContractDrift;
import org.customerfocus.conventions.testing.HouseRules;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.SchemaRules;
import org.junit.jupiter.api.Test;

/// The rules that every service keeps.
@QuarkusTest
@WithTestResource(Platform.class)
class ServiceRulesTest {

  @Test
  void codeKeepsTheHouseRules() {
    HouseRules.check(
        "org.customerfocus.agreement", "..attainment..", "..credit..", "..supportchain..");
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
    SchemaRules.checkIndexes(
        MetricLists.FIELDS,
        CalendarLists.FIELDS,
        AgreementLists.FIELDS,
        AgreementLists.VERSIONS,
        AgreementLists.SIGNATURES,
        EntityTypeLists.FIELDS,
        ExclusionLists.FIELDS,
        MeasurementLists.FIELDS,
        UnderpinningLists.FIELDS,
        BreachLists.FIELDS,
        ServiceCreditLists.FIELDS,
        StateChangeLists.FIELDS,
        CorrectionLists.FIELDS,
        TimerEventLists.FIELDS);
  }

  @Test
  void committedContractIsTheEmittedOne() throws IOException {
    ContractDrift.check();
  }
}
