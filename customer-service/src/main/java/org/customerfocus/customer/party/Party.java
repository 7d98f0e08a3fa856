package org.customerfocus.customer.party;

import jakarta.persistence.Entity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.customerfocus.conventions.tenancy.VersionedEntity;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/// A person or an organisation.
@Entity
public class Party extends VersionedEntity {

  private PartyKind kind;
  private String name;
  private @Nullable String givenName;
  private @Nullable String familyName;
  private @Nullable Instant erasedAt;
  private @Nullable LocalDate birthDate;

  @JdbcTypeCode(SqlTypes.JSON)
  private @Nullable PartyPreferences preferences;

  @SuppressWarnings("NullAway.Init")
  protected Party() {}

  @SuppressWarnings("NullAway.Init")
  Party(PartyRequest request, Instant now) {
    super(now);
    this.kind = request.kind();
    describe(request);
  }

  void change(PartyRequest request, Instant now) {
    describe(request);
    touch(now);
  }

  private void describe(PartyRequest request) {
    name = called(request);
    givenName = request.givenName();
    familyName = request.familyName();
    birthDate = request.birthDate();
    preferences = request.preferences();
  }

  static String called(PartyRequest request) {
    return request.name() != null
        ? request.name()
        : Stream.of(request.givenName(), request.familyName())
            .filter(part -> part != null)
            .collect(Collectors.joining(" "));
  }

  /// The request that would make this party with these parts: what a patch is applied to.
  PartyRequest asRequest(PartyParts parts, @Nullable Map<String, Object> attributes) {
    return new PartyRequest(
        kind,
        kind == PartyKind.ORGANIZATION ? name : null,
        givenName,
        familyName,
        birthDate,
        parts.otherNames(),
        parts.contactPoints(),
        parts.postalAddresses(),
        parts.identifiers(),
        parts.externalRefs(),
        preferences,
        attributes);
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

  @Nullable LocalDate birthDate() {
    return birthDate;
  }

  @Nullable PartyPreferences preferences() {
    return preferences;
  }
}
