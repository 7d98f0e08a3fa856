package org.customerfocus.customer.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonGenerator.Feature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.conventions.problem.Problems;

/// Writes archives row by row, in constant memory.
@ApplicationScoped
class Archive {

  private final PrivacyRequestRepository requests;
  private final ReachRepository reach;
  private final ArchiveRepository rows;
  private final ObjectMapper json;

  Archive(
      PrivacyRequestRepository requests,
      ReachRepository reach,
      ArchiveRepository rows,
      ObjectMapper json) {
    this.requests = requests;
    this.reach = reach;
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

  void write(PrivacyRequest request, Instant now, OutputStream out) {
    // One transaction: the archive shows one state, and its rows are read a few at a time.
    QuarkusTransaction.requiringNew().run(() -> writeAll(request, now, out));
  }

  private void writeAll(PrivacyRequest request, Instant now, OutputStream out) {
    List<PrivacyRequestPart> parts = requests.parts(request.id());
    List<String> missing =
        parts.stream()
            .filter(each -> each.doneAt() == null)
            .map(PrivacyRequestPart::service)
            .toList();
    try (JsonGenerator to = json.createGenerator(out).disable(Feature.AUTO_CLOSE_TARGET)) {
      to.writeStartObject();
      to.writeStringField("privacyRequestId", request.id().toString());
      to.writeStringField("partyId", request.partyId().toString());
      to.writeStringField("generatedAt", now.toString());
      to.writeBooleanField("complete", missing.isEmpty());
      to.writeArrayFieldStart("missing");
      for (String service : missing) {
        to.writeString(service);
      }
      to.writeEndArray();
      to.writeArrayFieldStart("services");
      to.writeStartObject();
      to.writeStringField("service", "customer");
      to.writeArrayFieldStart("sections");
      rows.read(reach.of(request.partyId()), new Sections(to));
      to.writeEndArray();
      to.writeEndObject();
      for (PrivacyRequestPart part : parts) {
        writePart(part, to);
      }
      to.writeEndArray();
      to.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void writePart(PrivacyRequestPart part, JsonGenerator to) throws IOException {
    String content = part.content();
    if (content == null) {
      return;
    }
    to.writeStartObject();
    to.writeStringField("service", part.service());
    to.writeArrayFieldStart("sections");
    for (JsonNode section : json.readTree(content).path("sections")) {
      to.writeTree(section);
    }
    to.writeEndArray();
    to.writeEndObject();
  }

  private record Sections(JsonGenerator to) implements ArchiveRepository.Sink {

    @Override
    public void begin(String name) {
      try {
        to.writeStartObject();
        to.writeStringField("name", name);
        to.writeArrayFieldStart("rows");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void row(JsonNode row) {
      try {
        to.writeTree(row);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void end() {
      try {
        to.writeEndArray();
        to.writeEndObject();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
