package org.customerfocus.agreement.openslo;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customerfocus.agreement.contract.AgreementRepository;
import org.customerfocus.agreement.contract.AgreementView;
import org.customerfocus.agreement.contract.CommitmentView;
import org.customerfocus.agreement.metric.MetricRepository;
import org.customerfocus.agreement.openslo.OpenSloExportView.OpenSloLeftOut;

/// Agreements as documents in OpenSLO, however they are written.
@ApplicationScoped
class OpenSloExports {

  private final AgreementRepository agreements;
  private final MetricRepository metrics;
  private final ObjectMapper json;

  OpenSloExports(AgreementRepository agreements, MetricRepository metrics, ObjectMapper json) {
    this.agreements = agreements;
    this.metrics = metrics;
    this.json = json;
  }

  OpenSloExportView view(UUID id) {
    OpenSloExport.Written written = written(id);
    return new OpenSloExportView(
        id,
        json.convertValue(written.documents(), new TypeReference<>() {}),
        written.left().stream()
            .map(each -> new OpenSloLeftOut(each.commitmentId(), each.name(), each.reason()))
            .toList());
  }

  String yaml(UUID id) {
    return OpenSloYaml.write(written(id), json);
  }

  private OpenSloExport.Written written(UUID id) {
    AgreementView agreement = agreements.view(id);
    return OpenSloExport.of(
        agreement,
        metrics.described(
            agreement.version().commitments().stream()
                .map(CommitmentView::metricId)
                .collect(Collectors.toSet())),
        json);
  }
}
