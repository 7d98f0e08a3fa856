package org.customerfocus.conventions.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validator;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

@Provider
@Consumes(MergePatch.MEDIA_TYPE)
class MergePatchReader implements MessageBodyReader<MergePatch> {

  private final ObjectMapper json;
  private final Validator validator;

  MergePatchReader(ObjectMapper json, Validator validator) {
    this.json = json;
    this.validator = validator;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == MergePatch.class;
  }

  @Override
  public MergePatch readFrom(
      Class<MergePatch> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    JsonNode tree;
    try {
      tree = json.readTree(body);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw InvalidRequests.unreadable(e);
    }
    if (!(tree instanceof ObjectNode patch)) {
      throw new ProblemException(Problems.MALFORMED, "A merge patch is a JSON object.");
    }
    return new MergePatch(patch, json, validator);
  }
}
