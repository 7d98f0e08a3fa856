package org.customerfocus.survey.response;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;
import org.customerfocus.survey.questionnaire.Allocation;
import org.customerfocus.survey.questionnaire.Answer;
import org.customerfocus.survey.questionnaire.AttributeValue;
import org.jspecify.annotations.Nullable;

/// Reads responses, with their answers gathered from rows.
@ApplicationScoped
class ResponseRepository {

  static final Fields FIELDS =
      Fields.of("response")
          .sortable("surveyId", UUID.class)
          .sortable("surveyVersionId", UUID.class)
          .sortable("respondedAt", Instant.class)
          .filterable("customerId", UUID.class)
          .filterable("importId", UUID.class)
          .sortable("status", ResponseStatus.class)
          .filterable("channel", String.class)
          .filterable("campaignId", UUID.class)
          .filterable("linkId", UUID.class)
          .filterable("touchpointId", UUID.class)
          .filterable("invitationId", UUID.class)
          .filterable("spamScore", BigDecimal.class)
          .build();

  static final Fields REVISIONS =
      Fields.of("response_revision").sortable("number", Long.class).build();

  private final EntityManager entities;
  private final Keyset keyset;

  ResponseRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  /// The reference of a response, within its survey.
  record Reference(UUID surveyId, ExternalRef ref) {

    static Reference of(NewResponse response) {
      return new Reference(response.surveyId(), Objects.requireNonNull(response.externalRef()));
    }
  }

  /// The responses that there are under these references, in one query.
  Map<Reference, UUID> idsOf(Collection<Reference> references) {
    if (references.isEmpty()) {
      return Map.of();
    }
    List<Reference> wanted = List.copyOf(references);
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT survey_id, ref_scheme, ref_value, id FROM response
                WHERE (survey_id, ref_scheme, ref_value) IN (SELECT * FROM unnest(
                  CAST(:surveys AS uuid[]), CAST(:schemes AS text[]), CAST(:values AS text[])))""",
                Tuple.class)
            .setParameter("surveys", wanted.stream().map(Reference::surveyId).toArray(UUID[]::new))
            .setParameter(
                "schemes", wanted.stream().map(each -> each.ref().scheme()).toArray(String[]::new))
            .setParameter(
                "values", wanted.stream().map(each -> each.ref().value()).toArray(String[]::new))
            .getResultList();
    Map<Reference, UUID> ids = new HashMap<>();
    rows.forEach(
        row ->
            ids.put(
                new Reference(
                    row.get("survey_id", UUID.class),
                    new ExternalRef(
                        row.get("ref_scheme", String.class), row.get("ref_value", String.class))),
                row.get("id", UUID.class)));
    return ids;
  }

  SurveyResponse find(UUID id) {
    SurveyResponse response = get(id);
    if (response == null) {
      throw ProblemException.notFound("response", id);
    }
    return response;
  }

  /// The response with this id, if there is one.
  @Nullable SurveyResponse get(UUID id) {
    return entities.find(SurveyResponse.class, id);
  }

  void flush() {
    entities.flush();
  }

  /// The response as it is now, which nobody else changes until the transaction has ended.
  SurveyResponse lock(UUID id) {
    SurveyResponse response = find(id);
    entities.refresh(response, LockModeType.PESSIMISTIC_WRITE);
    return response;
  }

  @Nullable SurveyResponse ofInvitation(UUID invitationId) {
    return entities
        .createQuery("from SurveyResponse where invitationId = :id", SurveyResponse.class)
        .setParameter("id", invitationId)
        .getSingleResultOrNull();
  }

  void add(ResponseRevision revision) {
    entities.persist(revision);
  }

  Page<ResponseRevisionView> revisions(UUID responseId, PageQuery query) {
    return keyset
        .page(
            ResponseRevision.class,
            REVISIONS,
            query,
            new Keyset.Scope("e.responseId = :response", Map.of("response", responseId)))
        .map(ResponseRevision::view);
  }

  /// How many responses an anonymous survey version had in a day.
  record AnonymousDay(UUID surveyId, UUID surveyVersionId, long responses) {}

  /// Takes a day off the list of those to be told.
  ///
  /// @return whether it was on it
  boolean takeDay(LocalDate day) {
    return entities
            .createNativeQuery("DELETE FROM anonymous_day WHERE day = :day")
            .setParameter("day", day)
            .executeUpdate()
        > 0;
  }

  /// Writes all that is stored of a day's anonymous responses anew, as it is: PostgreSQL keeps with
  /// each row the transaction that wrote it, and from then on that is the same for all of the day
  /// and for nothing else. What the rows were before goes with the next vacuum.
  void rewriteDay(LocalDate day) {
    Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant();
    String ofDay =
        " WHERE response_id IN (SELECT id FROM response WHERE anonymous AND recorded_at = :day)";
    for (String rewrite :
        List.of(
            "UPDATE answer SET ordinal = ordinal" + ofDay,
            "UPDATE response_attribute SET code = code" + ofDay,
            "UPDATE response SET anonymous = anonymous WHERE anonymous AND recorded_at = :day")) {
      entities.createNativeQuery(rewrite).setParameter("day", at).executeUpdate();
    }
  }

  List<AnonymousDay> ofDay(LocalDate day) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        entities
            .createNativeQuery(
                """
                SELECT survey_id, survey_version_id, count(*) AS responses FROM response
                WHERE anonymous AND recorded_at = :day AND status IN ('completed', 'amended')
                GROUP BY survey_id, survey_version_id ORDER BY survey_version_id""",
                Tuple.class)
            .setParameter("day", day.atStartOfDay(ZoneOffset.UTC).toInstant())
            .getResultList();
    return rows.stream()
        .map(
            row ->
                new AnonymousDay(
                    row.get("survey_id", UUID.class),
                    row.get("survey_version_id", UUID.class),
                    row.get("responses", Long.class)))
        .toList();
  }

  ResponseView view(SurveyResponse response) {
    return viewsOf(List.of(response)).getFirst();
  }

  /// Those with these ids that there are, by id.
  Map<UUID, ResponseView> views(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<SurveyResponse> found =
        entities
            .createQuery("from SurveyResponse where id in (:ids)", SurveyResponse.class)
            .setParameter("ids", ids)
            .getResultList();
    Map<UUID, ResponseView> views = new HashMap<>();
    viewsOf(found).forEach(view -> views.put(view.id(), view));
    return views;
  }

  Page<ResponseView> list(PageQuery query) {
    Page<SurveyResponse> page = keyset.page(SurveyResponse.class, FIELDS, query);
    return new Page<>(viewsOf(page.items()), page.nextCursor(), page.total());
  }

  List<ResponseView> page(UUID surveyVersionId, @Nullable UUID after, int size) {
    entities.clear();
    var query =
        entities
            .createQuery(
                """
                from SurveyResponse where surveyVersionId = :version %s order by id"""
                    .formatted(after == null ? "" : "and id > :after"),
                SurveyResponse.class)
            .setParameter("version", surveyVersionId)
            .setMaxResults(size);
    if (after != null) {
      query.setParameter("after", after);
    }
    return viewsOf(query.getResultList());
  }

  List<Completed> wholeAfter(UUID surveyId, @Nullable UUID after, int limit) {
    entities.flush();
    entities.clear();
    @SuppressWarnings("unchecked")
    List<UUID> ids =
        entities
            .createNativeQuery(
                """
                SELECT id FROM response
                WHERE survey_id = :survey AND id > :after AND NOT anonymous
                  AND status IN ('completed', 'amended')
                ORDER BY id LIMIT :limit""",
                UUID.class)
            .setParameter("survey", surveyId)
            .setParameter("after", after == null ? new UUID(0, 0) : after)
            .setParameter("limit", limit)
            .getResultList();
    Map<UUID, ResponseView> views = views(ids);
    return ids.stream().map(views::get).filter(Objects::nonNull).map(Completed::of).toList();
  }

  private List<ResponseView> viewsOf(List<SurveyResponse> responses) {
    List<UUID> ids = responses.stream().map(SurveyResponse::id).toList();
    Map<UUID, List<Answer>> answers = answers(ids);
    Map<UUID, Map<String, AttributeValue>> attributes = attributes(ids);
    return responses.stream()
        .map(
            each ->
                ResponseView.of(
                    each,
                    answers.getOrDefault(each.id(), List.of()),
                    attributes.getOrDefault(each.id(), Map.of())))
        .toList();
  }

  private Map<UUID, List<Answer>> answers(List<UUID> ids) {
    Map<UUID, List<Answer>> answers = new HashMap<>();
    for (Tuple row :
        rows(
            """
            SELECT response_id, link_id, value, option_code, number, text, day, truth, non_answer
            FROM answer WHERE response_id = ANY (:ids)
            ORDER BY response_id, link_id, ordinal""",
            ids)) {
      List<Answer> own =
          answers.computeIfAbsent(row.get("response_id", UUID.class), id -> new ArrayList<>());
      Answer answer = answer(row);
      Answer last = own.isEmpty() ? null : own.getLast();
      if (last != null && last.linkId().equals(answer.linkId())) {
        own.set(own.size() - 1, joined(last, answer));
      } else {
        own.add(answer);
      }
    }
    return answers;
  }

  /// Two rows of one answer.
  private static Answer joined(Answer first, Answer next) {
    return new Answer(
        first.linkId(),
        null,
        joined(first.optionCodes(), next.optionCodes()),
        null,
        null,
        null,
        null,
        joined(first.allocation(), next.allocation()),
        null,
        first.otherText() == null ? next.otherText() : first.otherText());
  }

  private static <T> @Nullable List<T> joined(@Nullable List<T> first, @Nullable List<T> next) {
    if (first == null || next == null) {
      return null;
    }
    List<T> joined = new ArrayList<>(first);
    joined.addAll(next);
    return joined;
  }

  private static Answer answer(Tuple row) {
    String option = row.get("option_code", String.class);
    Number value = row.get("value", Number.class);
    BigDecimal stored = row.get("number", BigDecimal.class);
    BigDecimal number = stored == null ? null : ResponseView.normal(stored);
    String text = row.get("text", String.class);
    boolean chosen = option != null && number == null;
    return new Answer(
        row.get("link_id", String.class),
        value == null ? null : value.intValue(),
        chosen ? List.of(option) : null,
        option == null ? number : null,
        option == null ? text : null,
        row.get("day", LocalDate.class),
        row.get("truth", Boolean.class),
        option == null || number == null ? null : List.of(new Allocation(option, number)),
        row.get("non_answer", String.class),
        option == null ? null : text);
  }

  /// What is known of who gave a response.
  Map<String, AttributeValue> attributes(UUID id) {
    return attributes(List.of(id)).getOrDefault(id, Map.of());
  }

  private Map<UUID, Map<String, AttributeValue>> attributes(List<UUID> ids) {
    Map<UUID, Map<String, AttributeValue>> attributes = new HashMap<>();
    for (Tuple row :
        rows(
            """
            SELECT response_id, key, code, text, number, truth, day
            FROM response_attribute WHERE response_id = ANY (:ids)""",
            ids)) {
      BigDecimal number = row.get("number", BigDecimal.class);
      attributes
          .computeIfAbsent(row.get("response_id", UUID.class), id -> new TreeMap<>())
          .put(
              row.get("key", String.class),
              new AttributeValue(
                  row.get("code", String.class),
                  row.get("text", String.class),
                  number == null ? null : ResponseView.normal(number),
                  row.get("truth", Boolean.class),
                  row.get("day", LocalDate.class)));
    }
    return attributes;
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> rows(String sql, List<UUID> ids) {
    return entities
        .createNativeQuery(sql, Tuple.class)
        .setParameter("ids", ids.toArray(UUID[]::new))
        .getResultList();
  }
}
