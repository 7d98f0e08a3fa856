package org.customerfocus.customer.journey;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Fields.Relation;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.customer.journey.JourneyStage.JourneyStep;

@ApplicationScoped
class JourneyRepository {

  static final Fields FIELDS =
      Fields.of("journey")
          .sortable("name", String.class)
          .filterable("offeringId", UUID.class)
          .filterable("segmentId", UUID.class)
          .sortable("createdAt", Instant.class)
          .related(
              "touchpointId",
              UUID.class,
              "s.touchpointId",
              "touchpoint_id",
              new Relation(
                  "journey_step",
                  "exists (select 1 from JourneyStepRow s where s.journeyId = e.id and %s)"))
          .build();

  private final EntityManager entities;
  private final Keyset keyset;

  JourneyRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Journey journey, List<JourneyStage> stages) {
    entities.persist(journey);
    addSteps(journey.id(), stages);
    entities.flush();
  }

  Journey get(UUID id) {
    Journey journey = entities.find(Journey.class, id);
    if (journey == null) {
      throw ProblemException.notFound("journey", id);
    }
    return journey;
  }

  List<JourneyStage> stages(Journey journey) {
    return stages(List.of(journey)).getOrDefault(journey.id(), List.of());
  }

  /// The stages of several journeys, in one query.
  Map<UUID, List<JourneyStage>> stages(Collection<Journey> journeys) {
    return entities
        .createQuery(
            "from JourneyStepRow s where s.journeyId in :journeys order by s.journeyId, s.place",
            JourneyStepRow.class)
        .setParameter("journeys", journeys.stream().map(Journey::id).toList())
        .getResultStream()
        .collect(
            Collectors.groupingBy(
                JourneyStepRow::journeyId,
                Collectors.collectingAndThen(Collectors.toList(), JourneyRepository::grouped)));
  }

  private static List<JourneyStage> grouped(List<JourneyStepRow> rows) {
    Map<Integer, String> names = new LinkedHashMap<>();
    Map<Integer, List<JourneyStep>> steps = new LinkedHashMap<>();
    for (JourneyStepRow row : rows) {
      names.put(row.stagePlace(), row.stage());
      steps.computeIfAbsent(row.stagePlace(), stage -> new ArrayList<>()).add(row.step());
    }
    List<JourneyStage> stages = new ArrayList<>();
    names.forEach(
        (place, name) -> stages.add(new JourneyStage(name, steps.getOrDefault(place, List.of()))));
    return stages;
  }

  void replaceSteps(UUID journey, List<JourneyStage> stages) {
    entities
        .createQuery("delete from JourneyStepRow s where s.journeyId = :journey")
        .setParameter("journey", journey)
        .executeUpdate();
    addSteps(journey, stages);
  }

  private void addSteps(UUID journey, List<JourneyStage> stages) {
    int place = 0;
    for (int stage = 0; stage < stages.size(); stage++) {
      for (JourneyStep step : stages.get(stage).steps()) {
        entities.persist(
            new JourneyStepRow(journey, place++, stage, stages.get(stage).name(), step));
      }
    }
  }

  void remove(Journey journey) {
    // The steps go with it by foreign key.
    entities.remove(journey);
    entities.flush();
  }

  Page<Journey> list(PageQuery query) {
    return keyset.page(Journey.class, FIELDS, query);
  }
}
