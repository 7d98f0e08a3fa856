package org.customerfocus.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A real PostgreSQL on a data folder of ours.
///
/// Between this program and the postmaster stands a small shell that holds the reading end of a
/// pipe: when the pipe closes, because we closed it or because this program was killed, it shuts
/// the postmaster down. A postmaster that survives even that (the shell was killed as well) is
/// found by its pid file at the next start.
final class EmbeddedDatabase implements ManagedProcess.Control {
  static final String SUPERUSER = "postgres";

  private static final Duration SHUTDOWN = Duration.ofSeconds(15);

  /// `$0` is the program's name, the rest the command of the postmaster. Signals of the terminal
  /// are ignored, since this program stops the services before their database. SIGINT asks
  /// PostgreSQL for a fast shutdown, SIGQUIT for an immediate one.
  private static final String GUARD =
      """
      trap '' INT HUP
      exec 3<&0
      "$@" 3<&- </dev/null &
      postmaster=$!
      {
        cat <&3 >/dev/null
        kill -INT "$postmaster" 2>/dev/null
        waited=0
        while kill -0 "$postmaster" 2>/dev/null && [ "$waited" -lt 15 ]; do
          sleep 1
          waited=$((waited + 1))
        done
        [ "$waited" -lt 15 ] || kill -QUIT "$postmaster" 2>/dev/null
      } &
      exec 3<&-
      wait "$postmaster"
      """;

  private final Path binaries;
  private final Path data;
  private final int port;
  private final String password;
  private final Path log;
  private final Consumer<String> say;
  private @Nullable Process guard;

  EmbeddedDatabase(
      Path binaries, Path data, int port, String password, Path log, Consumer<String> say) {
    this.binaries = binaries;
    this.data = data;
    this.port = port;
    this.password = password;
    this.log = log;
    this.say = say;
  }

  DatabaseServer server() {
    return new DatabaseServer("127.0.0.1", port, SUPERUSER, password, "postgres", "");
  }

  /// Makes the data folder at the first start. Made under another name and renamed, so that a start
  /// which is killed in between leaves nothing that looks finished.
  void initialize() throws IOException {
    if (Files.exists(data)) {
      checkVersion();
      return;
    }
    Path making = data.resolveSibling(data.getFileName() + ".making");
    PostgresBinaries.delete(making);
    Path passwordFile =
        PrivateFiles.write(data.resolveSibling("initial-password"), password + "\n");
    try {
      // The same order of text on every machine, whatever its locales are.
      run(
          program("initdb"),
          "--pgdata=" + making,
          "--username=" + SUPERUSER,
          "--pwfile=" + passwordFile,
          "--auth=scram-sha-256",
          "--encoding=UTF8",
          "--locale=C",
          "--locale-provider=builtin",
          "--builtin-locale=C.UTF-8");
    } finally {
      Files.deleteIfExists(passwordFile);
    }
    Files.move(making, data);
  }

  private void checkVersion() throws IOException {
    if (!Files.isReadable(data.resolve("PG_VERSION"))) {
      throw new Failure(
          data
              + " is no database that "
              + System.getProperty("user.name")
              + " may read: start as the user who made it, or choose another folder with --data");
    }
    String version = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!version.equals(String.valueOf(PostgresBinaries.MAJOR_VERSION))) {
      throw new Failure(
          "%s was made by PostgreSQL %s, this is %d: choose another folder with --data"
              .formatted(data, version, PostgresBinaries.MAJOR_VERSION));
    }
  }

  @Override
  public Process start() throws IOException {
    if (guard != null) {
      guard.getOutputStream().close();
    }
    stopLeftover(data, say);
    List<String> command = new ArrayList<>();
    // Out of the terminal's process group where the system offers it: see GUARD.
    onPath("setsid").ifPresent(command::add);
    command.addAll(List.of("sh", "-c", GUARD, "postgres-guard"));
    command.addAll(asOrdinaryUser());
    command.addAll(List.of(program("postgres"), "-D", data.toString()));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "port=" + port,
            "unix_socket_directories=",
            "timezone=UTC",
            "log_timezone=UTC",
            // Four services with pools of 16 and their few migration and job connections.
            "max_connections=120",
            // One machine, one user: little memory, and no workers that wait for work.
            "shared_buffers=64MB",
            "io_method=sync",
            "max_wal_size=512MB",
            "jit=off")) {
      command.add("-c");
      command.add(setting);
    }
    Process started =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    guard = started;
    return started;
  }

  /// The last line of the pid file is how PostgreSQL says that it takes connections.
  @Override
  public boolean ready() {
    return pidFile(data)
        .filter(file -> file.status().equals("ready") && file.process().isPresent())
        .isPresent();
  }

  @Override
  public void stop(Process process) {
    try {
      process.getOutputStream().close();
    } catch (IOException alreadyClosed) {
      // Then the guard knows.
    }
  }

  @Override
  public void force(Process process) {
    postmaster(data).ifPresentOrElse(ProcessHandle::destroyForcibly, process::destroyForcibly);
  }

  /// Ends the database that a killed run left behind, and only that: a live process that runs
  /// PostgreSQL on this very folder. A pid file whose process is gone, or is another program by now
  /// (the machine was started anew), is put away, since PostgreSQL would refuse to start beside it.
  static void stopLeftover(Path data, Consumer<String> say) throws IOException {
    if (pidFile(data).isEmpty()) {
      return;
    }
    Optional<ProcessHandle> leftover = postmaster(data);
    if (leftover.isEmpty()) {
      Files.deleteIfExists(data.resolve("postmaster.pid"));
      return;
    }
    ProcessHandle process = leftover.get();
    say.accept(
        "stopping the database of an earlier run that was killed (process " + process.pid() + ")");
    for (String signal : List.of("INT", "QUIT", "KILL")) {
      new ProcessBuilder("sh", "-c", "kill -" + signal + " \"$0\"", "" + process.pid())
          .inheritIO()
          .start();
      if (ManagedProcess.await(() -> !process.isAlive(), SHUTDOWN)) {
        return;
      }
    }
    throw new Failure(
        "the database of an earlier run (process %d) does not stop: end it by hand"
            .formatted(process.pid()));
  }

  /// The postmaster of this folder, if one runs.
  static Optional<ProcessHandle> postmaster(Path data) {
    return pidFile(data).flatMap(PidFile::process).filter(process -> runsOn(process, data));
  }

  /// Proof that a process is a postmaster on this folder: its own command line says so.
  private static boolean runsOn(ProcessHandle process, Path data) {
    ProcessHandle.Info info = process.info();
    boolean postgres =
        info.command().map(command -> Path.of(command).endsWith("postgres")).orElse(false);
    return postgres
        && info.arguments()
            .map(arguments -> Arrays.asList(arguments).contains(data.toString()))
            .orElse(false);
  }

  private record PidFile(long pid, String status) {
    Optional<ProcessHandle> process() {
      return ProcessHandle.of(pid);
    }
  }

  private static Optional<PidFile> pidFile(Path data) {
    try {
      List<String> lines = Files.readAllLines(data.resolve("postmaster.pid"));
      return Optional.of(
          new PidFile(
              Long.parseLong(lines.getFirst().strip()),
              lines.size() > 7 ? lines.get(7).strip() : ""));
    } catch (IOException | RuntimeException noneOrBeingWritten) {
      return Optional.empty();
    }
  }

  private String program(String name) {
    return binaries.resolve("bin").resolve(name).toString();
  }

  /// PostgreSQL refuses to run as root, and as a user without a name (`?` to Java), as some
  /// containers have. In a user namespace of its own such a user is nobody to it, while the files
  /// stay the user's: no second account, no changed owners.
  private static List<String> asOrdinaryUser() throws IOException {
    String user = System.getProperty("user.name");
    if (!(user.equals("root") || user.equals("?"))) {
      return List.of();
    }
    List<String> prefix = List.of("unshare", "--user");
    if (onPath("unshare").isEmpty() || exitStatus(List.of("unshare", "--user", "true")) != 0) {
      throw new Failure(
          "PostgreSQL does not run as this user, and user namespaces are not allowed here:"
              + " start as an ordinary user, or use your own PostgreSQL with --database-url");
    }
    return prefix;
  }

  private static Optional<String> onPath(String program) {
    String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    return Arrays.stream(path.split(":"))
        .filter(folder -> Files.isExecutable(Path.of(folder, program)))
        .map(folder -> folder + "/" + program)
        .findFirst();
  }

  private static int exitStatus(List<String> command) throws IOException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return waitFor(process);
  }

  private void run(String... command) throws IOException {
    List<String> whole = new ArrayList<>(asOrdinaryUser());
    whole.addAll(List.of(command));
    Process process = new ProcessBuilder(whole).redirectErrorStream(true).start();
    String output =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (waitFor(process) != 0) {
      throw new Failure("PostgreSQL could not make its data folder:\n" + output.indent(4));
    }
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", interrupted);
    }
  }
}
