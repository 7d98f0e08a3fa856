package org.customerfocus.survey.theme;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.conventions.job.DueWorkRepository;
import org.customerfocus.conventions.page.Fields;
import org.customerfocus.conventions.page.Keyset;
import org.customerfocus.conventions.page.Page;
import org.customerfocus.conventions.page.PageQuery;
import org.customerfocus.conventions.problem.ProblemException;

@ApplicationScoped
class ThemeRepository {

  static final Fields ANALYSES =
      Fields.of("theme_analysis")
          .sortable("name", String.class)
          .sortable("source", ThemeSource.class)
          .filterable("surveyId", UUID.class)
          .sortable("status", AnalysisStatus.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final Fields THEMES =
      Fields.of("theme")
          .sortable("analysisId", UUID.class)
          .sortable("name", String.class)
          .sortable("language", String.class)
          .sortable("pinned", Boolean.class)
          .filterable("mergedIntoThemeId", UUID.class)
          .sortable("mentions", Long.class)
          .sortable("createdAt", Instant.class)
          .build();

  static final DueWorkRepository.Kind WORK = new DueWorkRepository.Kind("theme_job", "analysis_id");

  private static final int EXAMPLE = 600;

  private final EntityManager entities;
  private final Keyset keyset;

  ThemeRepository(EntityManager entities, Keyset keyset) {
    this.entities = entities;
    this.keyset = keyset;
  }

  void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  void remove(Object entity) {
    entities.remove(entity);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  ThemeAnalysis analysis(UUID id) {
    ThemeAnalysis analysis = entities.find(ThemeAnalysis.class, id);
    if (analysis == null) {
      throw ProblemException.notFound("theme analysis", id);
    }
    return analysis;
  }

  /// The analysis, which nobody else changes until the transaction ends.
  ThemeAnalysis lock(UUID id) {
    ThemeAnalysis analysis = analysis(id);
    entities.lock(analysis, LockModeType.PESSIMISTIC_WRITE);
    entities.refresh(analysis);
    return analysis;
  }

  Theme theme(UUID id) {
    Theme theme = entities.find(Theme.class, id);
    if (theme == null) {
      throw ProblemException.notFound("theme", id);
    }
    return theme;
  }

  Page<ThemeAnalysis> analyses(PageQuery query) {
    return keyset.page(ThemeAnalysis.class, ANALYSES, query);
  }

  Page<Theme> themes(PageQuery query) {
    return keyset.page(Theme.class, THEMES, query);
  }

  List<Theme> of(UUID analysis) {
    return entities
        .createQuery("from Theme t where t.analysisId = :analysis order by t.id", Theme.class)
        .setParameter("analysis", analysis)
        .getResultList();
  }

  List<Theme> mergedInto(UUID theme) {
    return entities
        .createQuery("from Theme t where t.mergedIntoThemeId = :theme order by t.id", Theme.class)
        .setParameter("theme", theme)
        .getResultList();
  }

  Map<UUID, ThemeAnalysis> analyses(Collection<UUID> ids) {
    Map<UUID, ThemeAnalysis> found = new HashMap<>();
    entities
        .createQuery("from ThemeAnalysis a where a.id in :ids", ThemeAnalysis.class)
        .setParameter("ids", Set.copyOf(ids))
        .getResultList()
        .forEach(analysis -> found.put(analysis.id(), analysis));
    return found;
  }

  /// Below which number of people nothing is told now: a survey may have become stricter since.
  Map<UUID, Integer> thresholds(Collection<UUID> analyses) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT a.id, greatest(a.anonymity_threshold, s.anonymity_threshold)
                FROM theme_analysis a LEFT JOIN survey s ON s.id = a.survey_id
                WHERE a.id = ANY (:analyses)""",
                Tuple.class)
            .setParameter("analyses", analyses.stream().distinct().toArray(UUID[]::new))
            .getResultList();
    Map<UUID, Integer> thresholds = new HashMap<>();
    rows.forEach(
        row ->
            thresholds.put(
                ((Tuple) row).get(0, UUID.class), ((Tuple) row).get(1, Number.class).intValue()));
    return thresholds;
  }

  /// Those of an analysis that evidence of improvements names, and that stay for it.
  Set<UUID> named(UUID analysis) {
    List<?> found =
        entities
            .createNativeQuery(
                """
                SELECT t.id FROM theme t WHERE t.analysis_id = :analysis AND EXISTS (
                  SELECT 1 FROM improvement_evidence e WHERE e.ref_id = t.id AND e.type = 'theme')""",
                UUID.class)
            .setParameter("analysis", analysis)
            .getResultList();
    return found.stream().map(UUID.class::cast).collect(Collectors.toSet());
  }

  void putExamples(UUID theme, ThemeSource source, List<UUID> examples) {
    entities
        .createNativeQuery("DELETE FROM theme_example WHERE theme_id = :theme")
        .setParameter("theme", theme)
        .executeUpdate();
    String table = source == ThemeSource.RESPONSES ? "response" : "feedback";
    entities
        .createNativeQuery(
            """
            INSERT INTO theme_example (tenant_id, id, theme_id, place, %1$s_id)
            SELECT current_setting('app.tenant'), uuidv7(), :theme, e.place, s.id
            FROM unnest(:examples) WITH ORDINALITY AS e (id, place) JOIN %1$s s ON s.id = e.id"""
                .formatted(table))
        .setParameter("theme", theme)
        .setParameter("examples", examples.toArray(UUID[]::new))
        .executeUpdate();
  }

  /// The examples of several themes, read where they were said.
  Map<UUID, List<ThemeView.Example>> examples(Collection<UUID> themes) {
    List<?> rows =
        entities
            .createNativeQuery(
                """
                SELECT e.theme_id, left(coalesce(f.text, r.text), :longest + 1), e.response_id,
                  e.feedback_id
                FROM theme_example e
                JOIN theme t ON t.id = e.theme_id
                JOIN theme_analysis n ON n.id = t.analysis_id
                LEFT JOIN feedback f ON f.id = e.feedback_id
                LEFT JOIN LATERAL (
                  SELECT string_agg(a.text, E'\n\n' ORDER BY a.link_id) AS text FROM answer a
                  WHERE a.response_id = e.response_id AND a.text IS NOT NULL
                    AND a.option_code IS NULL
                    AND a.link_id IN (SELECT jsonb_array_elements_text(
                      cast(n.questions AS jsonb)))) r ON true
                WHERE e.theme_id = ANY (:themes) ORDER BY e.theme_id, e.place""",
                Tuple.class)
            .setParameter("themes", themes.toArray(UUID[]::new))
            .setParameter("longest", EXAMPLE)
            .getResultList();
    Map<UUID, List<ThemeView.Example>> examples = new HashMap<>();
    for (Object each : rows) {
      Tuple row = (Tuple) each;
      String text = row.get(1, String.class);
      if (text != null) {
        examples
            .computeIfAbsent(row.get(0, UUID.class), theme -> new ArrayList<>())
            .add(
                new ThemeView.Example(
                    shortened(text), row.get(2, UUID.class), row.get(3, UUID.class)));
      }
    }
    return examples;
  }

  private static String shortened(String text) {
    return text.length() <= EXAMPLE ? text : text.substring(0, EXAMPLE - 1) + "…";
  }
}
