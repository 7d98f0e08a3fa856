package org.customerfocus.conventions.privacy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.io.IOException;
import java.io.OutputStream;
import org.customerfocus.conventions.peer.PeerUpload;
import org.customerfocus.conventions.tenancy.Snapshot;

/// Writes this service's part of an archive, of one state of its database.
@ApplicationScoped
class PrivacyArchive implements PeerUpload {

  static final String NAME = "privacy-archive";

  private final Instance<PersonalData> data;
  private final Snapshot snapshot;
  private final ObjectMapper json;

  PrivacyArchive(Instance<PersonalData> data, Snapshot snapshot, ObjectMapper json) {
    this.data = data;
    this.snapshot = snapshot;
    this.json = json;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void write(String about, OutputStream to) throws IOException {
    Subject subject = Subject.of(json.readTree(about));
    snapshot.read(
        connection -> {
          try (ArchivePart part = new ArchivePart(json, to)) {
            data.get().read(subject, connection, part);
          }
        });
  }
}
