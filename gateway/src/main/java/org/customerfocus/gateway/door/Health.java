package org.customerfocus.gateway.door;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.customerfocus.gateway.proxy.Backend;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;

/// Whether the platform as a whole can work: every service is asked whether it is ready.
@Path("/health")
@RunOnVirtualThread
public class Health {

  private static final long PATIENCE_MILLIS = 2_000;

  private final HttpClient client;
  private final Backends backends;
  private final SmallRyeHealthReporter own;

  Health(Vertx vertx, Backends backends, SmallRyeHealthReporter own) {
    this.client = vertx.createHttpClient();
    this.backends = backends;
    this.own = own;
  }

  /// @param status `up` when all are, else `down`
  record View(String status, List<ServiceView> services) {}

  record ServiceView(String name, String status) {}

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(hidden = true)
  @SecurityRequirements
  public Response health() {
    List<Backend> ordered = new ArrayList<>(backends.all());
    ordered.sort(Comparator.comparing(Backend::name));
    List<CompletionStage<Boolean>> asked = ordered.stream().map(this::ready).toList();
    List<ServiceView> services = new ArrayList<>();
    services.add(new ServiceView(Backends.OWN, word(ownReady())));
    for (int i = 0; i < ordered.size(); i++) {
      boolean up = asked.get(i).toCompletableFuture().join();
      services.add(new ServiceView(ordered.get(i).name(), word(up)));
    }
    boolean all = services.stream().allMatch(service -> service.status().equals("up"));
    return Response.status(all ? 200 : 503).entity(new View(word(all), services)).build();
  }

  private boolean ownReady() {
    SmallRyeHealth health = own.getReadiness();
    return !health.isDown();
  }

  private CompletionStage<Boolean> ready(Backend backend) {
    RequestOptions question =
        new RequestOptions()
            .setServer(backend.address())
            .setHost(backend.address().host())
            .setPort(backend.address().port())
            .setMethod(HttpMethod.GET)
            .setURI("/q/health/ready")
            .setTimeout(PATIENCE_MILLIS);
    return client
        .request(question)
        .compose(request -> request.send())
        .compose(answer -> answer.end().map(answer.statusCode() == 200))
        .recover(failure -> Future.succeededFuture(false))
        .toCompletionStage();
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }
}
