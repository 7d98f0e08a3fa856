package org.customerfocus.customer.party;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.customer.attribute.AttributeOwner;
import org.customerfocus.customer.attribute.Attributes;
import org.jspecify.annotations.Nullable;

/// Parties many at a time, as a file brings them: under the rules of one at a time, without a query
/// for each. It journals nothing, for many are one command of whoever asks for them.
@ApplicationScoped
public class PartyBatch {

  private final PartyRepository parties;
  private final PartyVersionRepository versions;
  private final PartyService service;
  private final Attributes attributes;
  private final PartyFields fields;
  private final InstantSource clock;

  PartyBatch(
      PartyRepository parties,
      PartyVersionRepository versions,
      PartyService service,
      Attributes attributes,
      PartyFields fields,
      InstantSource clock) {
    this.parties = parties;
    this.versions = versions;
    this.service = service;
    this.attributes = attributes;
    this.fields = fields;
    this.clock = clock;
  }

  /// A party that there is, as a request would describe it.
  public record Known(Party party, PartyRequest request) {}

  /// A party that can be recorded.
  public static final class Draft {
    private final Party party;
    private final boolean known;
    private final PartyRequest request;
    private final Attributes.Checked attributes;
    private final List<FieldError> faults;

    private Draft(
        Party party,
        boolean known,
        PartyRequest request,
        Attributes.Checked attributes,
        List<FieldError> faults) {
      this.party = party;
      this.known = known;
      this.request = request;
      this.attributes = attributes;
      this.faults = faults;
    }

    /// The party; one that is new is not recorded yet.
    public Party party() {
      return party;
    }

    public boolean isNew() {
      return !known;
    }

    public List<FieldError> faults() {
      return faults;
    }
  }

  /// Whose the references are, as far as they are anybody's.
  public Map<ExternalRef, UUID> owners(Collection<ExternalRef> refs) {
    return parties.owners(refs);
  }

  /// The parties among these ids that there are.
  ///
  /// @param hold whether nobody else may change them until the transaction ends
  public Map<UUID, Known> known(Collection<UUID> ids, boolean hold) {
    Map<UUID, Known> known = new HashMap<>();
    known(hold ? parties.hold(ids) : parties.find(ids))
        .forEach(each -> known.put(each.party().id(), each));
    return known;
  }

  /// What to say of each of these ids that is no party's.
  public Map<UUID, String> absent(Collection<UUID> ids) {
    return service.absent(ids);
  }

  /// A page of the list of parties.
  public Page<Known> page(PageQuery query) {
    Page<Party> page = parties.list(query, null, fields.namedIn(query.filter));
    return new Page<>(known(page.items()), page.nextCursor(), page.total());
  }

  private List<Known> known(List<Party> found) {
    List<UUID> present = found.stream().map(Party::id).toList();
    Map<UUID, PartyParts> parts = parties.parts(present);
    Map<UUID, Map<String, Object>> values = attributes.of(AttributeOwner.PARTY, present);
    List<Known> known = new ArrayList<>();
    for (Party each : found) {
      PartyParts own = parts.getOrDefault(each.id(), PartyParts.NONE);
      known.add(new Known(each, each.asRequest(own, values.get(each.id()))));
    }
    return known;
  }

  /// What the attributes of a batch are checked against.
  public Attributes.Definitions definitions() {
    return attributes.definitions(AttributeOwner.PARTY);
  }

  /// @param known the party that is described anew, null for a new one
  /// @return null when it would change nothing
  public @Nullable Draft draft(
      Attributes.Definitions definitions, @Nullable Known known, PartyRequest request) {
    List<FieldError> faults = new ArrayList<>();
    PartyRequest asked = request.normalised("", faults);
    PartyRequest before = known == null ? null : known.request();
    if (faults.isEmpty() && asked.equals(before)) {
      return null;
    }
    if (before != null && asked.kind() != before.kind()) {
      faults.add(FieldError.at("/kind", "the kind of a party does not change"));
    }
    if (known != null && known.party().erasedAt() != null) {
      faults.add(FieldError.at("", "the party was erased; register it anew if it comes back"));
    }
    Attributes.Checked checked = service.check(definitions, before, asked, "", faults);
    Party party = known == null ? new Party(asked, clock.instant()) : known.party();
    return new Draft(party, known != null, asked, checked, faults);
  }

  /// Records parties without faults, whose references are nobody else's: those that change one by
  /// one, the new ones together.
  public void record(Collection<Draft> drafts) {
    for (Draft draft : drafts) {
      if (draft.known && service.apply(draft.party, draft.request)) {
        parties.flush();
        versions.add(draft.party, service.view(draft.party));
      }
    }
    for (Draft draft : drafts) {
      if (!draft.known) {
        PartyParts parts = PartyParts.of(draft.request);
        parties.prepare(draft.party, parts);
        attributes.add(AttributeOwner.PARTY, draft.party.id(), draft.attributes);
        versions.add(draft.party, PartyView.of(draft.party, parts, draft.request.attributes()));
      }
    }
  }
}
