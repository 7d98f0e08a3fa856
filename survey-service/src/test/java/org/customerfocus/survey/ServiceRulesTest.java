package org.customerfocus.survey;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import org.customerfocus.conventions.testing.ContractDrift;
import org.customerfocus.conventions.testing.Platform;
import org.customerfocus.conventions.testing.SchemaRules;
import org.customerfocus.survey.accesschannel.AccessChannelLists;
import org.customerfocus.survey.attachment.AttachmentLists;
import org.customerfocus.survey.authoring.SurveyLists;
import org.customerfocus.survey.caserule.CaseRuleLists;
import org.customerfocus.survey.complaint.CaseLists;
import org.customerfocus.survey.delivery.SurveyMailLists;
import org.customerfocus.survey.feedback.FeedbackLists;
import org.customerfocus.survey.feedbackimport.FeedbackImportLists;
import org.customerfocus.survey.followup.FollowUpLists;
import org.customerfocus.survey.gemba.GembaLists;
import org.customerfocus.survey.importing.ImportLists;
import org.customerfocus.survey.improvement.ImprovementLists;
import org.customerfocus.survey.link.LinkLists;
import org.customerfocus.survey.quota.QuotaLists;
import org.customerfocus.survey.response.ResponseLists;
import org.customerfocus.survey.satisfaction.SatisfactionLists;
import org.customerfocus.survey.theme.ThemeLists;
import org.junit.jupiter.api.Test;

/// The rules that every service's database and contract keep.
@QuarkusTest
@WithTestResource(Platform.class)
class ServiceRulesTest {

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
        SurveyLists.SURVEYS,
        SurveyLists.VERSIONS,
        ResponseLists.FIELDS,
        SurveyMailLists.FIELDS,
        ResponseLists.REVISIONS,
        FeedbackLists.FIELDS,
        AccessChannelLists.FIELDS,
        CaseLists.CASES,
        CaseRuleLists.FIELDS,
        AttachmentLists.FIELDS,
        FollowUpLists.FIELDS,
        CaseLists.COMMENTS,
        FeedbackImportLists.IMPORTS,
        FeedbackImportLists.REFUSED,
        ImportLists.IMPORTS,
        ImportLists.REFUSED_ROWS,
        LinkLists.FIELDS,
        QuotaLists.FIELDS,
        SatisfactionLists.MEASURES,
        SatisfactionLists.CHANGES,
        GembaLists.VISITS,
        GembaLists.VISITORS,
        ThemeLists.ANALYSES,
        ThemeLists.THEMES,
        ImprovementLists.IMPROVEMENTS,
        ImprovementLists.VERIFICATIONS,
        ImprovementLists.NOTIFICATIONS);
  }

  @Test
  void committedContractIsTheEmittedOne() throws IOException {
    ContractDrift.check();
  }
}
