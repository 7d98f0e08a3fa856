package org.customerfocus.local;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What to start and where.
///
/// @param home the project's folder, where the built programs lie
/// @param data the folder that keeps everything: databases, secrets, logs
/// @param ports the port of each process; 0 takes any free one
/// @param databasePort the port of the embedded PostgreSQL; 0 takes any free one
/// @param database an existing PostgreSQL to use instead of the embedded one
/// @param demo whether to create the demo tenant and load its data
public record Options(
    Path home,
    Path data,
    Map<Program, Integer> ports,
    int databasePort,
    @Nullable DatabaseServer database,
    boolean demo) {

  static final int USUAL_DATABASE_PORT = 5433;

  static final String USAGE =
      """
      Usage: deploy/local/up [options]

      Starts the whole platform on this machine and keeps it running until Ctrl-C.

        --demo                create the tenant "demo" and load a real survey, its customers and an agreement
        --port PORT           the gateway, the only address to call (8080)
        --customer-port PORT  customer-service (8081)
        --survey-port PORT    survey-service (8082)
        --agreement-port PORT agreement-service (8083)
        --database-port PORT  the embedded PostgreSQL (5433)
        --random-ports        any free port for each of them
        --data DIR            where databases, secrets and logs are kept (deploy/local/data)
        --database-url URL    use this PostgreSQL 18 instead of the embedded one, as a superuser:
                              postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE (password also from PGPASSWORD)
        --help                this text
      """;

  public Options {
    home = home.toAbsolutePath().normalize();
    data = data.toAbsolutePath().normalize();
    ports = Map.copyOf(ports);
  }

  /// For tests: random ports and a data folder of one's own.
  ///
  /// @param data an empty folder, or the one of an earlier start
  public static Options randomPorts(Path data) {
    return parse(List.of("--random-ports", "--data", data.toString()), projectHome(), Map.of());
  }

  public Options withDemo() {
    return new Options(home, data, ports, databasePort, database, true);
  }

  Options withDatabase(DatabaseServer existing) {
    return new Options(home, data, ports, databasePort, existing, demo);
  }

  int port(Program program) {
    return ports.getOrDefault(program, program.usualPort);
  }

  /// @param environment for `PGPASSWORD`, so that no password has to be on the command line
  static Options parse(List<String> arguments, Path home, Map<String, String> environment) {
    Deque<String> rest = new ArrayDeque<>(arguments);
    Map<Program, Integer> ports = new EnumMap<>(Program.class);
    for (Program program : Program.values()) {
      ports.put(program, program.usualPort);
    }
    Path data = home.resolve("deploy/local/data");
    int databasePort = USUAL_DATABASE_PORT;
    DatabaseServer database = null;
    boolean demo = false;
    while (!rest.isEmpty()) {
      // Both --port 8090 and --port=8090.
      String argument = rest.remove();
      int equals = argument.indexOf('=');
      String option = equals < 0 ? argument : argument.substring(0, equals);
      if (equals >= 0) {
        rest.push(argument.substring(equals + 1));
      }
      switch (option) {
        case "--demo" -> demo = true;
        case "--random-ports" -> {
          ports.replaceAll((program, usual) -> 0);
          databasePort = 0;
        }
        case "--data" -> data = Path.of(value(option, rest));
        case "--database-port" -> databasePort = port(option, rest);
        case "--database-url" ->
            database =
                DatabaseServer.parse(
                    value(option, rest), environment.getOrDefault("PGPASSWORD", ""));
        default -> ports.put(programOf(option), port(option, rest));
      }
    }
    return new Options(home, data, ports, databasePort, database, demo);
  }

  /// The folder that holds this build, seen from wherever in it a test runs.
  private static Path projectHome() {
    for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new Failure("not inside the project's folder: no mvnw in it or above");
  }

  private static Program programOf(String option) {
    for (Program program : Program.values()) {
      if (program.portOption.equals(option)) {
        return program;
      }
    }
    throw new Failure("unknown option " + option + ": deploy/local/up --help lists them");
  }

  private static String value(String option, Deque<String> rest) {
    String value = rest.poll();
    if (value == null || value.isBlank()) {
      throw new Failure(option + " needs a value: deploy/local/up --help");
    }
    return value;
  }

  private static int port(String option, Deque<String> rest) {
    String value = value(option, rest);
    try {
      int port = Integer.parseInt(value);
      if (port >= 0 && port <= 65_535) {
        return port;
      }
    } catch (NumberFormatException notANumber) {
      // Said below, as for a number out of range.
    }
    throw new Failure(option + " needs a port between 0 and 65535 (0: any free one), not " + value);
  }
}
