package org.customerfocus.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.customerfocus.conventions.provisioning.DatabaseProvisioner;
import org.jspecify.annotations.Nullable;

/// The running platform: a PostgreSQL and the four processes, healthy when [#start] returns and
/// gone when [#close()] does.
///
/// What dies in between is started again. When this program itself dies, however it does, the
/// processes end with it.
public final class Platform implements AutoCloseable {
  private final Options options;
  private final Progress progress;
  private final DataLock lock;
  private final Secrets secrets;
  private final HttpClient http;
  private final Map<Program, Integer> ports = new EnumMap<>(Program.class);
  private final Map<Program, ManagedProcess> services = new EnumMap<>(Program.class);
  private final CountDownLatch givenUp = new CountDownLatch(1);
  private @Nullable ManagedProcess database;
  private @Nullable DatabaseServer server;
  private boolean closed;

  private Platform(Options options, Progress progress, DataLock lock) throws IOException {
    this.options = options;
    this.progress = progress;
    this.lock = lock;
    this.secrets = Secrets.in(options.data().resolve("secrets"));
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
  }

  /// Starts everything and waits until all of it is healthy, without a word.
  ///
  /// @throws Failure when it cannot start; nothing is left running then
  public static Platform start(Options options) {
    return start(options, Progress.silent());
  }

  static Platform start(Options options, Progress progress) {
    Platform platform = prepare(options, progress);
    platform.startAll();
    return platform;
  }

  /// Takes the data folder, and starts nothing yet: what [#startAll()] starts can then be closed
  /// from another thread at any moment.
  static Platform prepare(Options options, Progress progress) {
    try {
      DataLock lock = DataLock.acquire(options.data());
      try {
        return new Platform(options, progress, lock);
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw unusable(options.data(), failed);
    }
  }

  void startAll() {
    try {
      Connection.withdraw(options.data());
      checkPrograms();
      claimPorts();
      lock.tell(baseUrl());
      DatabaseServer existing = options.database();
      server = existing != null ? existing : startDatabase();
      provision(server());
      startServices(server());
    } catch (IOException failed) {
      close();
      throw unusable(options.data(), failed);
    } catch (RuntimeException failed) {
      close();
      throw failed;
    }
  }

  /// The address of the gateway, `http://127.0.0.1:8080`.
  public String baseUrl() {
    return "http://127.0.0.1:" + ports.getOrDefault(Program.GATEWAY, 0);
  }

  /// The key that makes tenants.
  public String operatorKey() {
    return secrets.operatorKey();
  }

  /// One of the processes.
  ///
  /// @param name `customer`, `survey`, `agreement` or `gateway`
  public ManagedProcess service(String name) {
    ManagedProcess service = services.get(Program.valueOf(name.toUpperCase(Locale.ROOT)));
    if (service == null) {
      throw new IllegalStateException(name + " was not started");
    }
    return service;
  }

  /// The embedded database, absent with `--database-url`.
  public @Nullable ManagedProcess database() {
    return database;
  }

  /// A connection as the superuser, for who looks at what is stored.
  ///
  /// @param database `customer`, `survey`, `agreement` or `gateway`
  public java.sql.Connection connect(String database) throws SQLException {
    DatabaseServer all = server();
    return DriverManager.getConnection(all.jdbcUrl(database), all.user(), all.password());
  }

  /// The server that holds the four databases.
  DatabaseServer server() {
    return Objects.requireNonNull(server, "not started");
  }

  /// Waits until a process was given up because it keeps ending; forever when all goes well.
  void awaitGivenUp() throws InterruptedException {
    givenUp.await();
  }

  HttpClient http() {
    return http;
  }

  /// Stops the services, then their database. A second call waits for the first.
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      Connection.withdraw(options.data());
    } catch (IOException stillThere) {
      progress.say("connection.json could not be removed: " + stillThere.getMessage());
    }
    List<ManagedProcess> running = new ArrayList<>(services.values());
    running.forEach(ManagedProcess::requestStop);
    running.forEach(ManagedProcess::awaitStop);
    ManagedProcess postgres = database;
    if (postgres != null) {
      postgres.stop();
    }
    http.close();
    try {
      lock.close();
    } catch (IOException leftForTheSystem) {
      // The lock ends with this process at the latest.
    }
  }

  private void checkPrograms() {
    for (Program program : Program.values()) {
      if (!Files.exists(program.jar(options.home()))) {
        throw new Failure(
            program.module + " is not built: run ./mvnw -Pprograms package, or deploy/local/up");
      }
    }
  }

  private void claimPorts() {
    Map<Integer, String> claimed = new HashMap<>();
    for (Program program : Program.values()) {
      ports.put(program, claim(options.port(program), program.portOption, claimed));
    }
  }

  /// Random ports are drawn again until they differ; a port that two options name is an error.
  private static int claim(int wanted, String option, Map<Integer, String> claimed) {
    int port = Ports.claim(wanted, option);
    while (wanted == 0 && claimed.containsKey(port)) {
      port = Ports.claim(wanted, option);
    }
    String other = claimed.put(port, option);
    if (other != null) {
      throw new Failure("%s and %s both name port %d".formatted(other, option, port));
    }
    return port;
  }

  private DatabaseServer startDatabase() throws IOException {
    Progress.Step step = progress.step("PostgreSQL 18");
    Path folder = realFolder(options.data()).resolve("postgres");
    Path log = log("postgres");
    // Before the port is looked at: a leftover of an earlier run may hold it.
    EmbeddedDatabase.stopLeftover(folder, progress::say);
    Map<Integer, String> claimed = new HashMap<>();
    ports.forEach((program, port) -> claimed.put(port, program.portOption));
    int port = claim(options.databasePort(), "--database-port", claimed);
    EmbeddedDatabase control =
        new EmbeddedDatabase(
            PostgresBinaries.unpacked(options.data()),
            folder,
            port,
            secrets.superuserPassword(),
            log,
            progress::say);
    control.initialize();
    ManagedProcess postgres = manage("PostgreSQL", log, control);
    launch(() -> database = postgres, postgres);
    postgres.awaitReady();
    step.done("127.0.0.1:" + port);
    return control.server();
  }

  private void provision(DatabaseServer server) {
    Progress.Step step = progress.step("databases");
    try {
      for (Program program : Program.values()) {
        DatabaseProvisioner.provision(
            server.jdbcUrl(server.database()),
            server.user(),
            server.password(),
            program.key(),
            new DatabaseProvisioner.Passwords(
                secrets.databasePassword(program, "owner"),
                secrets.databasePassword(program, "app"),
                secrets.databasePassword(program, "job")));
      }
    } catch (SQLException refused) {
      throw new Failure(
          "the databases could not be prepared at %s: %s".formatted(server, refused.getMessage()),
          refused);
    }
    step.done("customer, survey, agreement, gateway");
  }

  private void startServices(DatabaseServer server) throws IOException {
    Path folder = PrivateFiles.folder(options.data().resolve("work"));
    List<Thread> waiting = new ArrayList<>();
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    for (Program program : Program.values()) {
      Path log = log(program.module);
      ServiceControl control =
          new ServiceControl(
              program,
              program.jar(options.home()),
              folder,
              log,
              port(program),
              settings(program, server),
              http);
      ManagedProcess service = manage(program.module, log, control);
      Progress.Step step = progress.step(program.module);
      launch(() -> services.put(program, service), service);
      // Each in its own thread, so that each is reported when it is healthy, in whatever order.
      waiting.add(
          Thread.ofVirtual().start(() -> awaitReady(service, step, url(program), failures)));
    }
    for (Thread thread : waiting) {
      join(thread);
    }
    RuntimeException failure = failures.peek();
    if (failure != null) {
      throw failure;
    }
  }

  private static void awaitReady(
      ManagedProcess service, Progress.Step step, String url, Queue<RuntimeException> failures) {
    try {
      service.awaitReady();
      step.done(url);
    } catch (RuntimeException failed) {
      failures.add(failed);
    }
  }

  /// Registers a process and starts it, unless the platform is being closed meanwhile.
  private synchronized void launch(Runnable register, ManagedProcess process) {
    if (closed) {
      throw new Failure("stopped while starting");
    }
    register.run();
    process.start();
  }

  private ManagedProcess manage(String name, Path log, ManagedProcess.Control control) {
    return new ManagedProcess(name, log, control, progress::say, givenUp::countDown);
  }

  private Map<String, String> settings(Program program, DatabaseServer server) {
    Map<String, String> settings = new HashMap<>();
    settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    settings.put("QUARKUS_HTTP_PORT", String.valueOf(port(program)));
    // Read by people here, not by a collector of logs.
    settings.put("QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false");
    settings.put("CUSTOMERFOCUS_EXIT_WITH_PARENT", String.valueOf(ProcessHandle.current().pid()));
    settings.put("CUSTOMERFOCUS_DATABASE_URL", server.jdbcUrl(program.key()));
    for (String role : List.of("owner", "app", "job")) {
      settings.put(
          "CUSTOMERFOCUS_DATABASE_" + role.toUpperCase(Locale.ROOT) + "_PASSWORD",
          secrets.databasePassword(program, role));
    }
    settings.put("CUSTOMERFOCUS_TOKEN_KEYS", secrets.publicKeys().toString());
    settings.put("CUSTOMERFOCUS_TOKEN_PRIVATE_KEY", secrets.privateKey(program).toString());
    settings.put("CUSTOMERFOCUS_CURSOR_KEY", secrets.cursorKey(program));
    settings.put("CUSTOMERFOCUS_AUDIT_KEY", secrets.auditKey(program));
    if (program == Program.SURVEY || program == Program.AGREEMENT) {
      settings.put("CUSTOMERFOCUS_CUSTOMER_URL", url(Program.CUSTOMER));
    }
    if (program == Program.AGREEMENT) {
      settings.put("CUSTOMERFOCUS_SURVEY_URL", url(Program.SURVEY));
    }
    if (program == Program.SURVEY) {
      settings.put("CUSTOMERFOCUS_PUBLIC_URL", url(Program.GATEWAY));
      // Without a mail server, which the environment may name, e-mails can be read here.
      settings.put("CUSTOMERFOCUS_MAIL_DIRECTORY", options.data().resolve("mail").toString());
    }
    if (program == Program.GATEWAY) {
      settings.put("CUSTOMERFOCUS_GATEWAY_CUSTOMER_URL", url(Program.CUSTOMER));
      settings.put("CUSTOMERFOCUS_GATEWAY_SURVEY_URL", url(Program.SURVEY));
      settings.put("CUSTOMERFOCUS_GATEWAY_AGREEMENT_URL", url(Program.AGREEMENT));
      settings.put("CUSTOMERFOCUS_GATEWAY_PUBLIC_URL", url(Program.GATEWAY));
      settings.put("CUSTOMERFOCUS_GATEWAY_OPERATOR_KEY_HASH", secrets.operatorKeyHash());
    }
    return settings;
  }

  private String url(Program program) {
    return "http://127.0.0.1:" + port(program);
  }

  private int port(Program program) {
    return ports.getOrDefault(program, 0);
  }

  private Path log(String name) throws IOException {
    return Logs.begin(options.data().resolve("logs"), name);
  }

  /// The command line of PostgreSQL is compared with this path later: it must not depend on how the
  /// folder was named this time.
  private static Path realFolder(Path folder) throws IOException {
    return folder.toRealPath();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", interrupted);
    }
  }

  private static Failure unusable(Path data, IOException failed) {
    return new Failure(
        "%s cannot be used: %s (%s)"
            .formatted(data, failed.getMessage(), failed.getClass().getSimpleName()),
        failed);
  }
}
