package org.customerfocus.survey.accesschannel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class AccessChannelRepository {

  static final Fields FIELDS =
      Fields.of("access_channel")
          .sortable("code", String.class)
          .sortable("name", String.class)
          .sortable("createdAt", Instant.class)
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  AccessChannelRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(AccessChannel channel) {
    entities.persist(channel);
    entities.flush();
  }

  void remove(AccessChannel channel) {
    entities.remove(channel);
    entities.flush();
  }

  AccessChannel get(UUID id) {
    AccessChannel channel = entities.find(AccessChannel.class, id);
    if (channel == null) {
      throw ProblemException.notFound("access channel", id);
    }
    return channel;
  }

  Page<AccessChannel> list(PageQuery query) {
    return keyset.page(AccessChannel.class, FIELDS, query);
  }

  boolean isTaken(String code) {
    return !withCodes(List.of(code)).isEmpty();
  }

  List<AccessChannel> withCodes(Collection<String> codes) {
    return entities
        .createQuery("from AccessChannel where code in :codes", AccessChannel.class)
        .setParameter("codes", codes)
        .getResultList();
  }

  List<AccessChannel> all(int most) {
    return entities
        .createQuery("from AccessChannel order by code", AccessChannel.class)
        .setMaxResults(most)
        .getResultList();
  }
}
