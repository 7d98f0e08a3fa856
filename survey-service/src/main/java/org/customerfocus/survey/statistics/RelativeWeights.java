package org.customerfocus.survey.statistics;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/// Johnson's relative weights: R² is shared out over the orthogonal variables that lie closest to
/// the items, and from there back to the items. Near LMG's shares, at the price of one eigenvalue
/// decomposition.
///
/// With R = QDQ′ the correlations of the items, Λ = QD^½Q′ and β = Λ⁻¹r, the weight of item j is Σₖ
/// Λⱼₖ² βₖ².
///
/// Source: J. W. Johnson, A heuristic method for estimating the relative weight of predictor
/// variables in multiple regression, Multivariate Behavioral Research 35 (2000), 1–19.
final class RelativeWeights {

  private static final double SINGULAR = 1e-10;

  private RelativeWeights() {}

  /// @param correlations of the items, the outcome last
  /// @return the weight of each item; they sum to R²
  static double[] of(double[][] correlations) {
    int items = correlations.length - 1;
    DMatrixRMaj matrix = new DMatrixRMaj(items, items);
    for (int i = 0; i < items; i++) {
      System.arraycopy(correlations[i], 0, matrix.data, i * items, items);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(items, true, true);
    if (!eigen.decompose(matrix)) {
      throw new IllegalStateException("The correlations have no eigenvalues");
    }
    double[] outcome = correlations[items];
    double[] beta = new double[items];
    double[][] loadings = new double[items][items];
    for (int k = 0; k < items; k++) {
      double[] vector = eigen.getEigenVector(k).data;
      double root = Math.sqrt(Math.max(0, eigen.getEigenvalue(k).real));
      double along = 0;
      for (int i = 0; i < items; i++) {
        along += vector[i] * outcome[i];
      }
      for (int i = 0; i < items; i++) {
        // A direction without variance, where items tell the same, has nothing to tell.
        beta[i] += root * root > SINGULAR ? vector[i] * along / root : 0;
        for (int j = 0; j < items; j++) {
          loadings[i][j] += vector[i] * root * vector[j];
        }
      }
    }
    double[] weights = new double[items];
    for (int j = 0; j < items; j++) {
      for (int k = 0; k < items; k++) {
        weights[j] += loadings[j][k] * loadings[j][k] * beta[k] * beta[k];
      }
    }
    return weights;
  }
}
