package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/// Documents in OpenSLO as YAML.
final class OpenSloYaml {

  private OpenSloYaml() {}

  static String write(OpenSloExport.Written written, ObjectMapper json) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setIndicatorIndent(2);
    options.setIndentWithIndicator(true);
    options.setWidth(10_000);
    options.setSplitLines(false);
    Yaml yaml = new Yaml(options);
    List<Map<String, Object>> documents =
        json.convertValue(written.documents(), new TypeReference<>() {});
    String comments =
        written.left().stream()
            .map(each -> "# Left out: %s. %s%n".formatted(line(each.name()), each.reason()))
            .collect(Collectors.joining());
    return comments
        + documents.stream().map(yaml::dump).collect(Collectors.joining("---\n", "---\n", ""));
  }

  private static String line(String name) {
    return name.replaceAll("[\\p{Cntrl}\\u2028\\u2029]", " ");
  }
}
