package dev.migrationgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "jdbc:postgresql://db/shop?user=a&password=x&ssl=true | jdbc:postgresql://db/shop?user=a&password=***&ssl=true",
        "jdbc:sqlserver://db;Password=x=y;encrypt=true | jdbc:sqlserver://db;Password=***;encrypt=true",
        "PGPASSWORD=x psql -c 'a=b'        | PGPASSWORD=*** psql -c 'a=b'",
        "PGPASSWORD=$PASSWORD psql         | PGPASSWORD=$PASSWORD psql",
        "--password=x --passwd=y           | --password=*** --passwd=***",
        "\"--password=x\", \"a\"       | \"--password=***\", \"a\"",
        "password= x                       | password= x",
        "=x, a=b                           | =x, a=b",
        "https://a:b@c/d?pwd=e             | https://***@c/d?pwd=***",
      })
  void masksPasswords(String text, String masked) {
    assertThat(Credentials.masked(text)).isEqualTo(masked);
  }
}
