package org.customerfocus.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OptionsTest {
  private static final Path HOME = Path.of("/project");

  @Test
  void usualPortsAndPlaces() {
    Options options = parse();
    assertThat(options.port(Program.GATEWAY)).isEqualTo(8080);
    assertThat(options.port(Program.CUSTOMER)).isEqualTo(8081);
    assertThat(options.port(Program.SURVEY)).isEqualTo(8082);
    assertThat(options.port(Program.AGREEMENT)).isEqualTo(8083);
    assertThat(options.databasePort()).isEqualTo(5433);
    assertThat(options.data()).isEqualTo(HOME.resolve("deploy/local/data"));
    assertThat(options.demo()).isFalse();
  }

  @Test
  void bothWaysToGiveAValue() {
    Options options = parse("--port", "9000", "--survey-port=9002", "--demo");
    assertThat(options.port(Program.GATEWAY)).isEqualTo(9000);
    assertThat(options.port(Program.SURVEY)).isEqualTo(9002);
    assertThat(options.demo()).isTrue();
  }

  @Test
  void saysWhatIsWrongWithAnOption() {
    assertThatThrownBy(() -> parse("--ports", "9000"))
        .isInstanceOf(Failure.class)
        .hasMessage("unknown option --ports: deploy/local/up --help lists them");
    assertThatThrownBy(() -> parse("--port"))
        .hasMessage("--port needs a value: deploy/local/up --help");
    assertThatThrownBy(() -> parse("--port", "70000"))
        .hasMessage("--port needs a port between 0 and 65535 (0: any free one), not 70000");
    assertThatThrownBy(() -> parse("--database-url", "mysql://a@b/c"))
        .hasMessageStartingWith("--database-url needs postgresql://USER");
  }

  @Test
  void readsTheAddressOfAnExistingServer() {
    assertThat(DatabaseServer.parse("postgresql://ad%40min:p%2Bw+d@db.example:6543/x", ""))
        .isEqualTo(new DatabaseServer("db.example", 6543, "ad@min", "p+w+d", "x", ""));
    DatabaseServer plain =
        DatabaseServer.parse("jdbc:postgresql://admin@db.example?sslmode=require", "from-env");
    assertThat(plain)
        .isEqualTo(
            new DatabaseServer(
                "db.example", 5432, "admin", "from-env", "postgres", "?sslmode=require"));
    assertThat(plain.jdbcUrl("survey"))
        .isEqualTo("jdbc:postgresql://db.example:5432/survey?sslmode=require");
    assertThat(plain.toString()).doesNotContain("from-env");
  }

  private static Options parse(String... arguments) {
    return Options.parse(List.of(arguments), HOME, Map.of());
  }
}
