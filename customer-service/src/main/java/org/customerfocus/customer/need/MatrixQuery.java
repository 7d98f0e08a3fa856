package org.customerfocus.customer.need;

import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/// Which part of the matrix is asked for.
public class MatrixQuery {

  @QueryParam("offeringId")
  @Parameter(description = "Only requirements of this offering.")
  public @Nullable UUID offeringId;

  @QueryParam("segmentId")
  @Parameter(description = "Only this segment, and what matters to it.")
  public @Nullable UUID segmentId;
}
