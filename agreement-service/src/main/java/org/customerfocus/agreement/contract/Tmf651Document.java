package org.customerfocus.agreement.contract;

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
import org.customerfocus.agreement.tmf.ExactJson;
import org.customerfocus.conventions.problem.InvalidRequests;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// A body that is an Agreement of TMF651: the tree in it, with every digit of its numbers.
record Tmf651Document(ObjectNode root) {

  @Provider
  @Consumes(MediaType.APPLICATION_JSON)
  static class Reader implements MessageBodyReader<Tmf651Document> {

    @Override
    public boolean isReadable(
        Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
      return type == Tmf651Document.class;
    }

    @Override
    public Tmf651Document readFrom(
        Class<Tmf651Document> type,
        Type genericType,
        Annotation[] annotations,
        MediaType mediaType,
        MultivaluedMap<String, String> headers,
        InputStream body)
        throws IOException {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(body.readAllBytes());
        String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        if (ExactJson.parse(text) instanceof ObjectNode root) {
          return new Tmf651Document(root);
        }
        throw new ProblemException(Problems.MALFORMED, "An Agreement is a JSON object.");
      } catch (JsonProcessingException e) {
        throw InvalidRequests.unreadable(e);
      } catch (CharacterCodingException e) {
        throw new ProblemException(Problems.MALFORMED, "The body is not encoded as UTF-8.");
      }
    }
  }
}
