package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentRequest;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.contract.DraftCommitments;
import org.customerfocus.agreement.metric.MetricCatalog;
import org.customerfocus.agreement.openslo.OpenSloImportView.ImportedCommitment;
import org.customerfocus.agreement.openslo.OpenSloImportView.ImportedMetric;
import org.customerfocus.agreement.openslo.OpenSloImportView.UnmappedPart;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedCommitment;
import org.customerfocus.agreement.openslo.OpenSloPlan.PlannedMetric;
import org.customerfocus.conventions.problem.FieldError;
import org.customerfocus.conventions.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Takes over documents in OpenSLO: all of them, or, where one breaks the rules, none.
@ApplicationScoped
class OpenSloImport {

  private final AgreementRepository agreements;
  private final DraftCommitments drafts;
  private final MetricCatalog metrics;
  private final ObjectMapper json;
  private final Validator validator;

  OpenSloImport(
      AgreementRepository agreements,
      DraftCommitments drafts,
      MetricCatalog metrics,
      ObjectMapper json,
      Validator validator) {
    this.agreements = agreements;
    this.drafts = drafts;
    this.metrics = metrics;
    this.json = json;
    this.validator = validator;
  }

  /// @param agreementId the draft that gets the commitments; without one the metrics alone are made
  /// @throws ProblemException 422 that lists every fault, with its line
  OpenSloImportView take(String text, @Nullable UUID agreementId, boolean dryRun) {
    OpenSloText.Read read = OpenSloText.read(text);
    OpenSloCheck check = OpenSloRules.check(read);
    if (!check.faults().isEmpty()) {
      throw ProblemException.invalid(
          check.faults().stream()
              .map(
                  each ->
                      FieldError.at(
                          each.pointer(), "%s (line %d)".formatted(each.detail(), each.line())))
              .toList());
    }
    if (read.documents().isEmpty()) {
      throw ProblemException.invalid("", "has no document in it");
    }
    AgreementView agreement = agreementId == null ? null : agreement(agreementId);
    OpenSloPlan plan =
        OpenSloMapping.plan(
            read, check.unknown(), agreement == null ? null : agreement.version().timeZone(), json);
    Map<String, ImportedMetric> made = new LinkedHashMap<>();
    plan.metrics().forEach((name, metric) -> made.put(name, metric(metric)));
    List<ImportedCommitment> promised =
        agreement == null ? planned(plan.commitments()) : promise(agreement, plan, made);
    return new OpenSloImportView(
        dryRun,
        read.documents().size(),
        agreementId,
        List.copyOf(made.values()),
        promised,
        plan.unmapped().stream()
            .map(each -> new UnmappedPart(each.pointer(), each.line(), each.detail()))
            .toList());
  }

  private AgreementView agreement(UUID id) {
    return agreements
        .find(id)
        .orElseThrow(() -> ProblemException.parameter("agreementId", "there is no such agreement"));
  }

  private ImportedMetric metric(PlannedMetric planned) {
    Optional<MetricCatalog.Known> known = metrics.find(planned.name());
    if (known.isPresent() && known.get().type() != planned.type()) {
      throw ProblemException.invalid(
          planned.pointer(),
          "a metric named %s is there already, of type %s"
              .formatted(planned.name(), known.get().type().wire()));
    }
    UUID id =
        known
            .orElseGet(
                () ->
                    metrics.add(
                        planned.name(),
                        planned.type(),
                        planned.phase(),
                        planned.unit(),
                        planned.description()))
            .id();
    return new ImportedMetric(planned.pointer(), id, planned.name(), known.isEmpty());
  }

  private static List<ImportedCommitment> planned(List<PlannedCommitment> commitments) {
    return commitments.stream()
        .map(
            each -> new ImportedCommitment(each.pointer(), null, each.terms().get("name").asText()))
        .toList();
  }

  private List<ImportedCommitment> promise(
      AgreementView agreement, OpenSloPlan plan, Map<String, ImportedMetric> made) {
    if (plan.commitments().isEmpty()) {
      return List.of();
    }
    List<CommitmentRequest> requests = new ArrayList<>();
    for (PlannedCommitment planned : plan.commitments()) {
      ImportedMetric metric = Optional.ofNullable(made.get(planned.metric())).orElseThrow();
      requests.add(bound(planned, String.valueOf(metric.metricId())));
    }
    List<CommitmentView> all = drafts.add(agreement.id(), requests).version().commitments();
    List<CommitmentView> added = all.subList(all.size() - requests.size(), all.size());
    List<ImportedCommitment> promised = new ArrayList<>();
    for (int i = 0; i < added.size(); i++) {
      promised.add(
          new ImportedCommitment(
              plan.commitments().get(i).pointer(), added.get(i).id(), added.get(i).name()));
    }
    return promised;
  }

  private CommitmentRequest bound(PlannedCommitment planned, String metricId) {
    ObjectNode terms = planned.terms().deepCopy().put("metricId", metricId);
    CommitmentRequest request;
    try {
      request = json.treeToValue(terms, CommitmentRequest.class);
    } catch (JsonProcessingException e) {
      throw ProblemException.invalid(
          planned.pointer(),
          "its terms in the annotation %s cannot be read (line %d)"
              .formatted(OpenSloNames.TERMS, planned.line()));
    }
    List<FieldError> faults =
        validator.validate(request).stream()
            .map(each -> FieldError.at(planned.pointer(), told(each, planned.line())))
            .toList();
    if (!faults.isEmpty()) {
      throw ProblemException.invalid(faults);
    }
    return request;
  }

  private static String told(ConstraintViolation<CommitmentRequest> violation, int line) {
    return "%s %s (line %d)".formatted(violation.getPropertyPath(), violation.getMessage(), line);
  }
}
