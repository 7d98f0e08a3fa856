package org.customerfocus.agreement.ingest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The statements that settle what was staged, for one kind of report. What is written into them
/// are names of a kind's own tables and columns, never a value.
///
/// @param table of what is recorded
/// @param id the column of the key's table that names a row
/// @param told the columns of what a source says
record ReportSql(String table, String id, List<String> told, String json) {

  static final String STAGE =
      """
      CREATE TEMPORARY TABLE IF NOT EXISTS report_stage (
        n int NOT NULL, id uuid NOT NULL, at timestamptz NOT NULL, source text COLLATE "C" NOT NULL,
        source_id text COLLATE "C" NOT NULL, metric_id uuid NOT NULL, entity_type text NOT NULL,
        entity_reference text NOT NULL, customer_id uuid, offering_id uuid, dimensions jsonb NOT NULL,
        due_at timestamptz, started_at timestamptz, completed_at timestamptz, value numeric,
        good boolean, unknown boolean NOT NULL, word text)
      ON COMMIT DELETE ROWS""";

  private static final String STAGED =
      "(SELECT *, word AS state, word AS action FROM pg_temp.report_stage) s";

  private static final List<String> OF_ALL =
      List.of(
          "source",
          "source_id",
          "metric_id",
          "entity_type",
          "entity_reference",
          "customer_id",
          "offering_id",
          "dimensions",
          "at");

  private static final String TENANT = "(SELECT current_setting('app.tenant'))";

  static ReportSql of(ReportKind<?> kind) {
    return new ReportSql(
        kind.table(),
        kind.table() + "_id",
        Stream.concat(OF_ALL.stream(), kind.columns().stream()).toList(),
        json(kind, "%s"));
  }

  /// A row as a report of JSON.
  static String json(ReportKind<?> kind, String row) {
    return """
        jsonb_strip_nulls(jsonb_build_object('source', %1$s.source, 'sourceId', %1$s.source_id,
          'metricId', %1$s.metric_id, 'entity', jsonb_build_object('type', %1$s.entity_type,
          'reference', %1$s.entity_reference), 'customerId', %1$s.customer_id,
          'offeringId', %1$s.offering_id, 'dimensions', %1$s.dimensions, %2$s))"""
        .formatted(row, kind.json(row));
  }

  private String of(String row) {
    return told.stream().map(each -> row + "." + each).collect(Collectors.joining(", "));
  }

  /// Whether a row that is staged made its key.
  String isNew() {
    return """
        EXISTS (SELECT 1 FROM %1$s_key k WHERE k.source = s.source AND k.source_id = s.source_id
                AND k.%2$s = s.id)"""
        .formatted(table, id);
  }

  /// Now.
  String rows(String condition) {
    boolean updated = table.equals("measurement");
    return """
        INSERT INTO %1$s (tenant_id, id, version, created_at, recorded_at, %2$s %3$s)
        SELECT %4$s, id, 0, now.at, now.at, %5$s %6$s
        FROM %7$s, (SELECT cast(? AS timestamptz) AS at) now WHERE %8$s"""
        .formatted(
            table,
            updated ? "updated_at," : "",
            String.join(", ", told),
            TENANT,
            updated ? "now.at," : "",
            of("s"),
            STAGED,
            condition);
  }

  /// The key of each row that is staged, and what is recorded under it, looked up one by one: the
  /// planner must not choose to look at all that is staged for each key that it expects to be rare.
  private String recordedOfEach() {
    return """
        CROSS JOIN LATERAL (SELECT * FROM %1$s_key k
          WHERE k.source = s.source AND k.source_id = s.source_id OFFSET 0) k
        LEFT JOIN LATERAL (SELECT * FROM %1$s t
          WHERE t.id = k.%2$s AND t.at = k.at OFFSET 0) t ON true"""
        .formatted(table, id);
  }

  /// Those that met a key which they did not make, and whether they say what is recorded.
  String known() {
    return """
        SELECT s.n, k.%1$s, t.id IS NOT NULL AND ROW(%2$s) IS NOT DISTINCT FROM ROW(%3$s)
        FROM %4$s %5$s
        WHERE k.%1$s <> s.id"""
        .formatted(id, of("s"), of("t"), STAGED, recordedOfEach());
  }

  /// In the order of keys, as those are made.
  String lock() {
    return """
        SELECT 1
        FROM (SELECT source, source_id FROM pg_temp.report_stage WHERE n = ANY (?)
          ORDER BY source, source_id) s
        CROSS JOIN LATERAL (SELECT 1 FROM %1$s_key k
          WHERE k.source = s.source AND k.source_id = s.source_id FOR UPDATE) k"""
        .formatted(table);
  }

  /// What is reported, what is recorded, and whether the former was recorded once.
  String met() {
    return """
        SELECT s.n, k.%2$s, %3$s, CASE WHEN t.id IS NOT NULL THEN %4$s END,
          EXISTS (SELECT 1 FROM %1$s_history h
                  WHERE h.id = k.%2$s AND ROW(%5$s) IS NOT DISTINCT FROM ROW(%6$s))
        FROM %7$s %8$s
        WHERE s.n = ANY (?)
        ORDER BY s.n"""
        .formatted(
            table,
            id,
            json.replace("%s", "s"),
            json.replace("%s", "t"),
            of("h"),
            of("s"),
            STAGED,
            recordedOfEach());
  }

  /// What is recorded goes into the history before it is followed. Now; rows.
  String keep() {
    return """
        INSERT INTO %1$s_history (tenant_id, id, version, created_at, updated_at, recorded_at,
          superseded_at, %2$s)
        SELECT t.tenant_id, t.id, t.version, t.created_at, t.updated_at, t.recorded_at, ?, %3$s
        FROM pg_temp.report_stage s %4$s
        WHERE s.n = ANY (?) AND t.id IS NOT NULL"""
        .formatted(table, String.join(", ", told), of("t"), recordedOfEach());
  }

  /// Only measurements are followed. Now; rows.
  static final String FOLLOW = "SELECT follow_measurements(?, ?)";

  /// Id; time.
  String remove() {
    return "DELETE FROM %1$s WHERE id = ? AND at = ?".formatted(table);
  }

  /// The time that is staged. Source; its id.
  String move() {
    return """
        UPDATE %1$s_key SET at = (SELECT at FROM pg_temp.report_stage)
        WHERE source = ? AND source_id = ?"""
        .formatted(table);
  }

  /// What is staged, under an id that is known. Id; version; when it was first recorded; now.
  String put() {
    boolean updated = table.equals("measurement");
    return """
        INSERT INTO %1$s (tenant_id, id, version, created_at, recorded_at, %2$s %3$s)
        SELECT %4$s, was.id, was.version, was.created_at, was.now, %5$s %6$s
        FROM %7$s, (SELECT cast(? AS uuid) AS id, cast(? AS bigint) AS version,
          cast(? AS timestamptz) AS created_at, cast(? AS timestamptz) AS now) was"""
        .formatted(
            table,
            updated ? "updated_at," : "",
            String.join(", ", told),
            TENANT,
            updated ? "was.now," : "",
            of("s"),
            STAGED);
  }

  /// What is recorded goes into the history. Now; correction; id; time.
  String keepCorrected() {
    String updated = table.equals("measurement") ? "updated_at," : "";
    return """
        INSERT INTO %1$s_history (tenant_id, id, version, created_at, recorded_at, %2$s
          superseded_at, correction_id, %3$s)
        SELECT tenant_id, id, version, created_at, recorded_at, %2$s
          cast(? AS timestamptz), cast(? AS uuid), %3$s
        FROM %1$s WHERE id = ? AND at = ?"""
        .formatted(table, updated, String.join(", ", told));
  }

  /// The key, by what the source calls a report. Source; its id.
  String keyBySource() {
    return """
        SELECT %2$s, at, source, source_id FROM %1$s_key
        WHERE source = ? AND source_id = ? FOR UPDATE"""
        .formatted(table, id);
  }

  /// What the source calls a report, retracted or not. Id, twice.
  String sourceOf() {
    return """
        SELECT source, source_id FROM %1$s WHERE id = ?
        UNION SELECT source, source_id FROM %1$s_history WHERE id = ? LIMIT 1"""
        .formatted(table);
  }

  /// What is recorded: version, when first, metric, customer, and the report. Id; time.
  String recorded() {
    return """
        SELECT version, created_at, metric_id, customer_id, %2$s
        FROM %1$s t WHERE id = ? AND at = ?"""
        .formatted(table, json.replace("%s", "t"));
  }

  /// What is staged: its name, metric, customer, and the report.
  String staged() {
    return "SELECT source, source_id, metric_id, customer_id, %s FROM %s"
        .formatted(json.replace("%s", "s"), STAGED);
  }

  /// What was recorded last before it was retracted. Id.
  String last() {
    return """
        SELECT version, created_at, metric_id, customer_id FROM %1$s_history
        WHERE id = ? ORDER BY version DESC LIMIT 1"""
        .formatted(table);
  }

  /// One row of the history. Id; version.
  String former() {
    return "(SELECT * FROM %1$s_history WHERE id = ? AND version = ?) s".formatted(table);
  }

  String markStaged(ReportKind<?> kind) {
    return mark(kind.touched(STAGED));
  }

  String markFormer(ReportKind<?> kind) {
    return mark(kind.touched(former()));
  }

  /// Of a timer that has no other event, nothing else tells. Test tenant or not; now; id; version.
  String markFormerTime() {
    return mark("SELECT s.metric_id, s.at AS earliest, s.at AS latest FROM " + former());
  }

  /// Test tenant or not; now.
  String markNew(ReportKind<?> kind, String condition) {
    return mark(kind.touched("(SELECT s.* FROM %s WHERE %s) s".formatted(STAGED, condition)));
  }

  private static String mark(String touched) {
    return """
        INSERT INTO period_mark (tenant_id, id, metric_id, earliest, latest, test, created_at)
        SELECT %1$s, uuidv7(), touched.metric_id, touched.earliest, touched.latest,
          cast(? AS boolean), cast(? AS timestamptz)
        FROM (%2$s) touched"""
        .formatted(TENANT, touched);
  }
}
