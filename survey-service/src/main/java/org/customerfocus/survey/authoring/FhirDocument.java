package org.customerfocus.survey.authoring;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;
import org.customerfocus.survey.fhir.FhirQuestionnaires;

/// A body that is a FHIR resource: the text as it came, and the tree in it.
record FhirDocument(String text, ObjectNode root) {

  @Provider
  @Consumes({FhirQuestionnaires.MEDIA_TYPE, MediaType.APPLICATION_JSON})
  static class Reader implements MessageBodyReader<FhirDocument> {

    @Override
    public boolean isReadable(
        Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
      return type == FhirDocument.class;
    }

    @Override
    public FhirDocument readFrom(
        Class<FhirDocument> type,
        Type genericType,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, String> headers,
        InputStream body)
        throws IOException {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(body.readAllBytes());
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        if (FhirQuestionnaires.parse(text) instanceof ObjectNode root) {
          return new FhirDocument(text, root);
        }
        throw new ProblemException(Problems.MALFORMED, "A FHIR resource is a JSON object.");
      } catch (JsonProcessingException e) {
        throw InvalidRequests.unreadable(e);
      } catch (CharacterCodingException e) {
        throw new ProblemException(Problems.MALFORMED, "The body is not encoded as UTF-8.");
      }
    }
  }
}
