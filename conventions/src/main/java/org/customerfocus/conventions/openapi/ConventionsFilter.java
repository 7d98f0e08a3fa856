package org.customerfocus.conventions.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.util.FilterUtil;
import io.smallrye.openapi.api.util.UnusedSchemaFilter;
import java.util.List;
import java.util.Map;
import org.customerfocus.conventions.problem.ProblemCatalogue;
import org.customerfocus.conventions.problem.ProblemType;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/// Completes a service's document with what the conventions promise on every operation, so that no
/// resource has to repeat it: the problem answers, the headers of retries and preconditions, the
/// patch schemas, examples, and the catalogue of problem types.
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ConventionsFilter implements OASFilter {

  private final IndexView index;

  public ConventionsFilter(IndexView index) {
    this.index = index;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    describe(document);
    new SchemaConventions(document, index).apply();
    Examples examples = new Examples();
    OperationConventions operations = new OperationConventions(document, examples);
    document.getPaths().getPathItems().forEach(operations::apply);
    document.addExtension("x-problem-types", problemTypes());
    dropUnusedSchemas(document);
  }

  // Only at the end: a request that no operation takes whole may still be what a patch is made of.
  @SuppressWarnings("removal") // Nothing else walks a document yet.
  private static void dropUnusedSchemas(OpenAPI document) {
    FilterUtil.applyFilter(new UnusedSchemaFilter(), document);
  }

  private static void describe(OpenAPI document) {
    document.info(
        OASFactory.createInfo()
            .title(setting("title"))
            .version(setting("version"))
            .description(setting("description"))
            .license(
                OASFactory.createLicense()
                    .name("Apache-2.0")
                    .url("https://www.apache.org/licenses/LICENSE-2.0.html")));
    // What stands in front of a service is not the service's to know; the merged document is served
    // from the gateway's own root.
    document.servers(
        List.of(OASFactory.createServer().url("/").description("The platform's gateway.")));
    document
        .getComponents()
        .addSecurityScheme(
            "bearer",
            OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(
                    "An API key of the tenant. Each operation lists the scopes that the key needs."));
  }

  // The framework adds its info only after the filters of the build.
  private static String setting(String name) {
    return ConfigProvider.getConfig()
        .getValue("quarkus.smallrye-openapi.info-" + name, String.class);
  }

  private static List<Map<String, Object>> problemTypes() {
    return ProblemCatalogue.all().stream().map(ConventionsFilter::asMap).toList();
  }

  private static Map<String, Object> asMap(ProblemType type) {
    Map<String, Object> map = new java.util.LinkedHashMap<>();
    map.put("slug", type.slug());
    map.put("title", type.title());
    map.put("status", type.status());
    map.put("explanation", type.explanation());
    return map;
  }
}
