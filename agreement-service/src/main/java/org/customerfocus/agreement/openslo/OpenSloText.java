package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// The documents of a text in YAML or JSON (which is YAML), with the line of everything in them.
///
/// Only the tree is taken, nothing is constructed; scalars are read by the core schema of YAML 1.2,
/// so that no is a word and numbers are exact. What is nested too deep, or grows by its aliases, is
/// refused.
final class OpenSloText {

  private static final int MOST_CHARACTERS = 1_000_000;
  private static final int MOST_NODES = 50_000;
  private static final int DEEPEST = 40;
  private static final int MOST_DOCUMENTS = 500;
  private static final int LONGEST_NUMBER = 100;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]{1,3})?");
  private static final Set<Tag> TAGS =
      Set.of(
          Tag.STR,
          Tag.INT,
          Tag.FLOAT,
          Tag.BOOL,
          Tag.NULL,
          Tag.TIMESTAMP,
          Tag.MAP,
          Tag.SEQ,
          Tag.MERGE);

  private final ArrayNode documents = JsonNodeFactory.instance.arrayNode();
  private final Map<String, Integer> lines = new HashMap<>();
  private final List<OpenSloFault> faults = new ArrayList<>();
  private int nodes;

  private OpenSloText() {}

  /// What was read: an array of documents; of one that is itself a list, its items.
  record Read(ArrayNode documents, Map<String, Integer> lines, List<OpenSloFault> faults) {

    /// The line of what a pointer names, or of the nearest thing around it.
    int line(String pointer) {
      for (String at = pointer; !at.isEmpty(); at = at.substring(0, at.lastIndexOf('/'))) {
        Integer line = lines.get(at);
        if (line != null) {
          return line;
        }
      }
      return 1;
    }
  }

  static Read read(String text) {
    OpenSloText reading = new OpenSloText();
    try {
      for (Node document : composed(text)) {
        reading.add(document);
      }
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      reading.fault("", line, "cannot be read as YAML: " + e.getProblem());
    } catch (YAMLException e) {
      reading.fault("", 1, "cannot be read as YAML: it is too large, or nested too deep");
    } catch (TooMuch e) {
      reading.fault(
          "", 1, "has too many parts once its aliases are resolved, or too many documents");
    }
    return new Read(reading.documents, reading.lines, reading.faults);
  }

  private static Iterable<Node> composed(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(DEEPEST);
    options.setMaxAliasesForCollections(20);
    options.setAllowRecursiveKeys(false);
    return new Yaml(new SafeConstructor(options)).composeAll(new StringReader(text));
  }

  private static final class TooMuch extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private void add(Node document) {
    if (document instanceof SequenceNode list) {
      for (Node item : list.getValue()) {
        addOne(item);
      }
    } else if (!(document instanceof ScalarNode empty && empty.getValue().isEmpty())) {
      addOne(document);
    }
  }

  private void addOne(Node document) {
    if (documents.size() == MOST_DOCUMENTS) {
      throw new TooMuch();
    }
    documents.add(tree(document, "/" + documents.size(), 0));
  }

  private JsonNode tree(Node node, String at, int depth) {
    nodes++;
    if (nodes > MOST_NODES || depth > DEEPEST) {
      throw new TooMuch();
    }
    lines.putIfAbsent(at, line(node));
    if (!TAGS.contains(node.getTag())) {
      fault(at, line(node), "has the tag %s; only plain YAML is read".formatted(node.getTag()));
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (node) {
      case MappingNode mapping -> mapping(mapping, at, depth);
      case SequenceNode sequence -> {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Node item : sequence.getValue()) {
          array.add(tree(item, at + "/" + array.size(), depth + 1));
        }
        yield array;
      }
      case ScalarNode scalar -> scalar(scalar);
      default -> throw new IllegalStateException("No such node in YAML");
    };
  }

  private JsonNode mapping(MappingNode mapping, String at, int depth) {
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    for (NodeTuple entry : mapping.getValue()) {
      if (!(entry.getKeyNode() instanceof ScalarNode key)) {
        fault(at, line(entry.getKeyNode()), "has a key that is no text");
        continue;
      }
      String name = key.getValue();
      String pointer = at + "/" + name.replace("~", "~0").replace("/", "~1");
      if (object.has(name)) {
        fault(pointer, line(key), "is given twice");
        continue;
      }
      lines.put(pointer, line(key));
      object.set(name, tree(entry.getValueNode(), pointer, depth + 1));
    }
    return object;
  }

  private static JsonNode scalar(ScalarNode scalar) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    String text = scalar.getValue();
    if (!scalar.isPlain()) {
      return json.textNode(text);
    }
    return switch (text) {
      case "", "~", "null", "Null", "NULL" -> json.nullNode();
      case "true", "True", "TRUE" -> json.booleanNode(true);
      case "false", "False", "FALSE" -> json.booleanNode(false);
      default ->
          text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()
              ? json.numberNode(new BigDecimal(text))
              : json.textNode(text);
    };
  }

  private static int line(@Nullable Node node) {
    return node == null || node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  private void fault(String pointer, int line, String detail) {
    faults.add(new OpenSloFault(pointer, line, detail));
  }
}
