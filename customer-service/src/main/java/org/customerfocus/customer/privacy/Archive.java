package org.customerfocus.customer.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Writes archives row by row, in constant memory.
@ApplicationScoped
class Archive {

  private final ArchiveRepository rows;
  private final ObjectMapper json;

  Archive(ArchiveRepository rows, ObjectMapper json) {
    this.rows = rows;
    this.json = json;
  }

  /// @throws ProblemException 409 when there is no archive for the request
  void check(PrivacyRequest request) {
    if (!request.kind().asksForArchive()) {
      throw new ProblemException(
          Problems.CONFLICT, "Only access and portability requests are answered by an archive.");
    }
    if (request.startedAt() == null) {
      throw new ProblemException(
          Problems.CONFLICT,
          "Nothing is gathered yet: set the status to in-progress once it is certain who asks.");
    }
  }

  void write(PrivacyRequest request, Instant now, OutputStream out) throws IOException {
    try (JsonGenerator to = json.createGenerator(out).disable(Feature.AUTO_CLOSE_TARGET)) {
      to.writeStartObject();
      to.writeStringField("privacyRequestId", request.id().toString());
      to.writeStringField("partyId", request.partyId().toString());
      to.writeStringField("generatedAt", now.toString());
      rows.read(request.id(), request.partyId(), new Members(to));
      to.writeEndArray();
      to.writeEndObject();
    }
  }

  /// The archive's members as they are read.
  private record Members(JsonGenerator to) implements ArchiveRepository.Sink {

    @Override
    public void begin(List<String> missing) throws IOException {
      to.writeBooleanField("complete", missing.isEmpty());
      to.writeArrayFieldStart("missing");
      for (String service : missing) {
        to.writeString(service);
      }
      to.writeEndArray();
      to.writeArrayFieldStart("services");
    }

    @Override
    public void beginService(String service) throws IOException {
      to.writeStartObject();
      to.writeStringField("service", service);
      to.writeArrayFieldStart("sections");
    }

    @Override
    public void beginSection(String name) throws IOException {
      to.writeStartObject();
      to.writeStringField("name", name);
      to.writeArrayFieldStart("rows");
    }

    @Override
    public void row(JsonNode row) throws IOException {
      to.writeTree(row);
    }

    @Override
    public void endSection() throws IOException {
      to.writeEndArray();
      to.writeEndObject();
    }

    @Override
    public void endService() throws IOException {
      endSection();
    }

    /// Copies the sections token by token: a part may be larger than memory.
    @Override
    public void handedIn(InputStream part) throws IOException {
      try (JsonParser from = to.getCodec().getFactory().createParser(part)) {
        JsonToken token = from.nextToken();
        while (token != null && token != JsonToken.START_ARRAY) {
          token = from.nextToken();
        }
        for (int depth = 1; depth > 0; ) {
          token = from.nextToken();
          if (token == null) {
            throw new IOException("A part of the archive breaks off");
          }
          depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
          if (depth > 0) {
            to.copyCurrentEventExact(from);
          }
        }
      }
    }
  }
}
