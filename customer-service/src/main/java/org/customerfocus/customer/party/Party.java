package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.jspecify.annotations.Nullable;

/// A person or an organisation.
@Entity
public class Party extends VersionedEntity {

  private PartyKind kind;
  private String name;
  private @Nullable String givenName;
  private @Nullable String familyName;
  private @Nullable Instant erasedAt;

  @SuppressWarnings("NullAway.Init")
  protected Party() {}

  Party(PartyRequest request, Instant now) {
    super(now);
    this.kind = request.kind();
    this.name = called(request);
    this.givenName = request.givenName();
    this.familyName = request.familyName();
  }

  void rename(PartyRequest request, Instant now) {
    name = called(request);
    givenName = request.givenName();
    familyName = request.familyName();
    touch(now);
  }

  private static String called(PartyRequest request) {
    return request.name() != null
        ? request.name()
        : Stream.of(request.givenName(), request.familyName())
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
  }

  public PartyKind kind() {
    return kind;
  }

  /// What the party is called: an organisation's name, or a person's names joined.
  public String name() {
    return name;
  }

  @Nullable String givenName() {
    return givenName;
  }

  @Nullable String familyName() {
    return familyName;
  }

  /// When what identified the party was erased; the row is a tombstone since.
  public @Nullable Instant erasedAt() {
    return erasedAt;
  }
}
