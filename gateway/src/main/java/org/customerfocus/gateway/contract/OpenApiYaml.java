package org.customerfocus.gateway.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;

/// OpenAPI documents as YAML text and as JSON trees.
public final class OpenApiYaml {

  // A merged contract is larger than the parser's default bound of 3 MiB allows for.
  private static final int MAX_CODE_POINTS = 64 * 1024 * 1024;

  private static final ObjectMapper YAML = mapper();
  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenApiYaml() {}

  /// Reads a document.
  ///
  /// @param name what the text is, for the message
  /// @throws ContractConflict when the text is no YAML object
  public static ObjectNode read(String name, String text) {
    try {
      JsonNode tree = YAML.readTree(text);
      if (tree instanceof ObjectNode document) {
        return document;
      }
      throw new ContractConflict(
          "%s is no OpenAPI document: no object at its root".formatted(name));
    } catch (JsonProcessingException e) {
      throw new ContractConflict(
          "%s cannot be read as YAML: %s".formatted(name, e.getOriginalMessage()));
    }
  }

  /// The same bytes for the same tree, in the order of the tree.
  public static String write(JsonNode document) {
    try {
      return YAML.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  public static String writeJson(JsonNode document) {
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A tree can always be written", e);
    }
  }

  private static ObjectMapper mapper() {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MAX_CODE_POINTS);
    limits.setAllowDuplicateKeys(false);
    YAMLFactory factory =
        YAMLFactory.builder()
            .loaderOptions(limits)
            .stringQuotingChecker(new CarefulQuotes())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();
    // Doubles would turn 1.10 into 1.1 and so make bytes differ from what a service emitted.
    return new ObjectMapper(factory)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
  }

  /// Leaves a text bare only where every YAML reader, of 1.1 and 1.2 alike, takes it for that text:
  /// some read a bare date as a timestamp, `200` as a number and `on` as true.
  private static final class CarefulQuotes extends StringQuotingChecker {

    private static final Pattern BARE = Pattern.compile("[A-Za-z/_$][A-Za-z0-9 ._/{}$+-]*");
    private static final Set<String> WORDS =
        Set.of("true", "false", "null", "yes", "no", "on", "off", "y", "n");

    @Override
    public boolean needToQuoteName(String name) {
      return needsQuotes(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return needsQuotes(value);
    }

    private static boolean needsQuotes(String text) {
      return !BARE.matcher(text).matches()
          || text.endsWith(" ")
          || WORDS.contains(text.toLowerCase(Locale.ROOT));
    }
  }
}
