package org.customerfocus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/// One data folder through several runs, as on a developer's machine: hence the order.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class UpTest {
  @TempDir static Path folder;
  static Path home;
  static Path data;

  @BeforeAll
  static void layOut() throws IOException {
    home = StandIn.project(folder.resolve("project"));
    data = folder.resolve("data");
  }

  @Test
  @Order(1)
  void tellsScriptsWhereItIsAndLeavesNothing() throws Exception {
    List<ProcessHandle> started;
    try (RunningUp up = RunningUp.start(home, data).untilHealthy()) {
      started = up.descendants();
      // Four processes, the guard and the postmaster with its own.
      assertThat(started).hasSizeGreaterThan(6);
      JsonNode connection = new ObjectMapper().readTree(data.resolve("connection.json").toFile());
      assertThat(connection.path("apiKey").asText()).isEqualTo("first-key");
      assertThat(connection.path("docsUrl").asText())
          .isEqualTo(connection.path("baseUrl").asText() + "/docs");
      assertThat(up.output()).contains("API            " + connection.path("baseUrl").asText());
      assertThat(permissions(data)).isEqualTo("rwx------");
      assertThat(permissions(data.resolve("connection.json"))).isEqualTo("rw-------");
      assertThat(permissions(data.resolve("secrets/secrets.properties"))).isEqualTo("rw-------");
      assertThat(permissions(data.resolve("secrets/tenants.json"))).isEqualTo("rw-------");
      assertThat(permissions(data.resolve("secrets/private-keys/survey.pem")))
          .isEqualTo("rw-------");
    }
    RunningUp.assertGone(started);
    assertThat(data.resolve("connection.json")).doesNotExist();
  }

  @Test
  @Order(2)
  void aSecondOneSaysWhereTheFirstIs() throws Exception {
    try (RunningUp up = RunningUp.start(home, data).untilHealthy()) {
      String address =
          new ObjectMapper()
              .readTree(data.resolve("connection.json").toFile())
              .path("baseUrl")
              .asText();
      RunningUp second = RunningUp.start(home, data);
      assertThat(second.awaitEnd()).isEqualTo(1);
      assertThat(second.output())
          .contains(
              "up: already running at %s (process %d): stop that one"
                  .formatted(address, up.process.pid()));
      assertThat(data.resolve("connection.json")).exists();
    }
  }

  @Test
  @Order(3)
  void startsAgainWhatDies() throws Exception {
    try (RunningUp up = RunningUp.start(home, data).untilHealthy()) {
      ProcessHandle service =
          up.process
              .children()
              .filter(child -> child.info().commandLine().orElse("").contains("survey-service"))
              .findFirst()
              .orElseThrow();
      service.destroyForcibly();
      up.awaitOutput("survey-service ended (signal 9): starting it again");
      up.awaitOutput("survey-service is back after");
      EmbeddedDatabase.postmaster(data.toRealPath().resolve("postgres"))
          .orElseThrow()
          .destroyForcibly();
      up.awaitOutput("PostgreSQL ended (signal 9): starting it again");
      up.awaitOutput("PostgreSQL is back after");
    }
  }

  @Test
  @Order(4)
  void leavesNothingWhenKilled() throws Exception {
    RunningUp up = RunningUp.start(home, data).untilHealthy();
    List<ProcessHandle> started = up.descendants();
    up.process.destroyForcibly();
    RunningUp.assertGone(started);
    // A clean end of the database, although nobody was there to ask for it.
    assertThat(data.resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  @Order(5)
  void recoversTheDatabaseOfARunThatWasKilledWithItsGuard() throws Exception {
    RunningUp up = RunningUp.start(home, data).untilHealthy();
    ProcessHandle postmaster =
        EmbeddedDatabase.postmaster(data.toRealPath().resolve("postgres")).orElseThrow();
    List<ProcessHandle> guards =
        up.descendants().stream()
            .filter(process -> process.info().command().orElse("").matches(".*/(da|ba)?sh"))
            .toList();
    assertThat(guards).isNotEmpty();
    List<ProcessHandle> started = up.descendants();
    up.process.destroyForcibly();
    guards.forEach(ProcessHandle::destroyForcibly);
    assertThat(postmaster.isAlive()).isTrue();

    try (RunningUp next = RunningUp.start(home, data).untilHealthy()) {
      assertThat(next.output())
          .contains(
              "stopping the database of an earlier run that was killed (process %d)"
                  .formatted(postmaster.pid()));
      RunningUp.assertGone(started);
    }
  }

  @Test
  @Order(6)
  void saysWhoHoldsAPort() throws Exception {
    try (ServerSocket socket = new ServerSocket(0)) {
      RunningUp up =
          RunningUp.start(home, data, "--survey-port", String.valueOf(socket.getLocalPort()));
      assertThat(up.awaitEnd()).isEqualTo(1);
      assertThat(up.output().lines())
          .contains(
              "up: port %d is taken by java (process %d): stop that program, or choose another port with --survey-port"
                  .formatted(socket.getLocalPort(), ProcessHandle.current().pid()));
    }
  }

  @Test
  @Order(7)
  void showsTheLogOfAServiceThatDoesNotStart() throws Exception {
    Path refusal = Files.createFile(data.resolve("work/refuse-to-start"));
    try {
      RunningUp up = RunningUp.start(home, data);
      assertThat(up.awaitEnd()).isEqualTo(1);
      // All four are told to; whichever is first ends the start.
      assertThat(up.output())
          .contains(" did not start (status 3); the end of")
          .contains("    this stand-in was told to refuse");
      assertThat(EmbeddedDatabase.postmaster(data.toRealPath().resolve("postgres"))).isEmpty();
    } finally {
      Files.delete(refusal);
    }
  }

  @Test
  @Order(8)
  void usesAnExistingServer() throws Exception {
    Path other = folder.resolve("with-own-server");
    try (Platform first = Platform.start(options(data))) {
      DatabaseServer server = first.server();
      DatabaseServer wrong =
          new DatabaseServer(server.host(), server.port(), "postgres", "wrong", "postgres", "");
      Options onOther = options(other).withDatabase(server);
      try (Platform second = Platform.start(onOther)) {
        assertThat(second.database()).isNull();
        assertThat(roles(server)).contains("survey_app", "agreement_job", "gateway_owner");
      }
      assertThat(first.service("gateway").isAlive()).isTrue();
      assertThat(catchThrowable(() -> Platform.start(onOther.withDatabase(wrong))))
          .isInstanceOf(Failure.class)
          .hasMessageContaining("password authentication failed")
          .message()
          .doesNotContain("wrong");
    }
  }

  private static Options options(Path data) {
    Options usual = Options.randomPorts(data);
    return new Options(home, data, usual.ports(), 0, null, false);
  }

  private static List<String> roles(DatabaseServer server) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                server.jdbcUrl("postgres"), server.user(), server.password());
        var rows =
            connection
                .createStatement()
                .executeQuery("SELECT string_agg(rolname, ' ') FROM pg_roles")) {
      rows.next();
      return List.of(rows.getString(1).split(" "));
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
