package org.customerfocus.conventions.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.customerfocus.conventions.journal.Change;
import org.customerfocus.conventions.journal.CloudEvent;
import org.customerfocus.conventions.journal.Journal;
import org.customerfocus.conventions.peer.EventHandler;
import org.customerfocus.conventions.peer.PeerCalls;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Acts on the privacy requests that customer-service tells of, and answers them.
@ApplicationScoped
class PrivacyEvents implements EventHandler {

  private static final String STARTED = "org.customerfocus.privacy-request.started.v1";
  private static final String ERASED = "org.customerfocus.party.erased.v1";
  private static final Set<String> ASK_FOR_ARCHIVE = Set.of("access", "portability");

  /// No API key can have it: it is in no published operation.
  private static final String SCOPE = "privacy:answer";

  private final Instance<PersonalData> data;
  private final PeerCalls calls;
  private final Journal journal;
  private final ObjectMapper json;
  private final String service;

  PrivacyEvents(
      Instance<PersonalData> data,
      PeerCalls calls,
      Journal journal,
      ObjectMapper json,
      @ConfigProperty(name = "customerfocus.service") String service) {
    this.data = data;
    this.calls = calls;
    this.journal = journal;
    this.json = json;
    this.service = service;
  }

  @Override
  public Set<String> types() {
    return data.isResolvable() ? Set.of(STARTED, ERASED) : Set.of();
  }

  @Override
  public void handle(CloudEvent event) {
    JsonNode told = event.data();
    if (event.type().equals(ERASED)) {
      erase(told.path("privacyRequestId").asText(), Subject.of(told));
    } else if (ASK_FOR_ARCHIVE.contains(told.path("kind").asText())) {
      handIn(told.path("id").asText(), Subject.of(told));
    }
  }

  private void handIn(String request, Subject subject) {
    calls.upload(path(request, "parts"), SCOPE, PrivacyArchive.NAME, subject.write(json));
    journal.record(change(request, "answered"));
  }

  private void erase(String request, Subject subject) {
    data.get().erase(subject);
    calls.put(path(request, "confirmations"), SCOPE, "{}");
    journal.record(change(request, "carried-out").data(Map.of("partyIds", subject.parties())));
  }

  private String path(String request, String how) {
    return "/internal/privacy-requests/%s/%s/%s".formatted(request, how, service);
  }

  private static Change change(String request, String verb) {
    return Change.of("privacy-request", verb, UUID.fromString(request));
  }
}
