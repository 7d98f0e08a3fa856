package org.customerfocus.gateway.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.customerfocus.conventions.problem.ProblemType;

/// The merged document that this gateway was built with: the one that is published and that
/// requests are routed by.
@ApplicationScoped
public class Contract {

  private static final String RESOURCE = "contract/openapi.yaml";

  private final String yaml;
  private final String json;
  private final RouteTable routes;
  private final Set<String> scopes;
  private final List<ProblemType> problemTypes;

  Contract() {
    this.yaml = resource();
    ObjectNode document = OpenApiYaml.read("The merged contract", yaml);
    this.json = OpenApiYaml.writeJson(document);
    this.routes = RouteTable.of(document);
    this.scopes = scopesOf(document);
    this.problemTypes = problemTypesOf(document);
  }

  public String yaml() {
    return yaml;
  }

  public String json() {
    return json;
  }

  public RouteTable routes() {
    return routes;
  }

  /// Every scope that some operation asks for.
  public Set<String> scopes() {
    return scopes;
  }

  public List<ProblemType> problemTypes() {
    return problemTypes;
  }

  private static String resource() {
    try (InputStream in =
        Thread.currentThread().getContextClassLoader().getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("The merged contract is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> scopesOf(ObjectNode document) {
    Set<String> scopes = new TreeSet<>();
    for (JsonNode item : document.path("paths")) {
      for (JsonNode member : item) {
        for (JsonNode requirement : member.path("security")) {
          for (JsonNode scheme : requirement) {
            scheme.forEach(scope -> scopes.add(scope.asText()));
          }
        }
      }
    }
    return Set.copyOf(scopes);
  }

  private static List<ProblemType> problemTypesOf(ObjectNode document) {
    List<ProblemType> types = new ArrayList<>();
    for (JsonNode type : document.path(ContractMerger.PROBLEM_TYPES)) {
      types.add(
          new ProblemType(
              type.path("slug").asText(),
              type.path("title").asText(),
              type.path("status").asInt(),
              type.path("explanation").asText()));
    }
    return List.copyOf(types);
  }
}
