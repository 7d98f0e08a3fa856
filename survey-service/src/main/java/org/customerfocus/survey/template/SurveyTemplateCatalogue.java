package org.customerfocus.survey.template;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// All templates.
@Schema(description = "All templates in brief.")
record SurveyTemplateCatalogue(List<SurveyTemplateEntry> items) {}
