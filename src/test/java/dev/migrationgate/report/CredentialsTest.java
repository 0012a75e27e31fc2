package dev.migrationgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

  /** In each, hunter2 is what must not be shown, and nothing else is. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "token=hunter2",
        "secret=hunter2 other",
        "a --password hunter2 b",
        "a --db-password 'hunter2' b",
        "--token hunter2",
        "[mysql, -p, hunter2, -e, x]",
        "mysql -phunter2 -e 'drop table y'",
        "mongosh -u a -p hunter2 --host db",
        "sqlcmd -S db -U sa -P hunter2 -Q x",
        "\"psql x\\nmysql -phunter2 x\\n\"",
        "\"a\\npassword: hunter2\\nb\"",
        "redis-cli -h cache -a hunter2 ping",
        "isql -S db -U sa -P hunter2",
        "tsql -H db -U sa -P hunter2",
        "osql -U sa -Phunter2 -Q x",
        "zip -P hunter2 dump.zip dump.sql",
        "7z x -phunter2 dump.7z",
        "openssl enc -d -k hunter2 -in dump.sql.enc",
        "ldapsearch -x -D cn=admin -w hunter2 -b dc=example",
        "vault login hunter2",
        "vault login -method=userpass username=a password=hunter2",
        "aws configure set aws_secret_access_key hunter2",
        "rabbitmqctl add_user shop hunter2",
        "rabbitmqctl change_password shop hunter2",
        "basicAuth: admin:hunter2",
        "basic_auth = 'admin:hunter2'",
        "curl -u user:hunter2 x",
        "curl --user 'user:hunter2' x",
        "curl -H 'Authorization: Bearer hunter2' x",
        "curl -H \"Authorization: Basic hunter2\" x",
        "Authorization: token hunter2",
        "X-Api-Key: hunter2",
        "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=hunter2;EndpointSuffix=x",
        "Server=db;User Id=sa;Password=hunter2;Encrypt=true",
        "Server=db;Uid=sa;Pwd=hunter2;",
        "jdbc:mysql://db/shop?user=x&password=hunter2&ssl=1",
        "jdbc:oracle:thin:shop/hunter2@//db:1521/x",
        "user:hunter2@tcp(db:3306)/shop",
        "user:hunter2@unix(/run/db)/shop",
        "user:hunter2@shared-db:5432/x",
        "user:hunter2@sha-db",
        "PASSWORD => 'hunter2'",
        "password = hunter2",
        "password := hunter2",
        "spring.datasource.password=hunter2",
        "  password: hunter2",
        "- password: hunter2 # why",
        "  db-password: \"hunter2\"",
        "'password': 'hunter2'",
        "{\"password\":\"hunter2\",\"a\":\"b\"}",
        "\"{\\\"password\\\":\\\"hunter2\\\",\\\"a\\\":\\\"b\\\"}\"",
        "{\"auths\":{\"r\":{\"auth\":\"hunter2\"}}}",
        "//registry.example.com/:_authToken=hunter2",
        "{name: DB_PASSWORD, value: hunter2}",
        "{\"name\":\"API_TOKEN\",\"value\":\"hunter2\",\"x\":1}",
        "- name: DB_PASSWORD\n  value: hunter2\n- name: X\n  value: y",
        "- name: \"DB_PASSWORD\"\n  value: \"hunter2\"\n",
        "- op: replace\n  path: /stringData/x\n  value: hunter2\n",
        "- op: replace\n  path: /data/db-password\n  value: hunter2\n",
        "- --password\n- hunter2\n- x",
        "  - \"--password\"\n  - \"hunter2\"\n  - x",
        "[\"--password\",\n  \"hunter2\"]",
        "mysql --password \\\n  hunter2 shop",
        "AWS_SECRET_ACCESS_KEY=hunter2",
        "client_secret: hunter2",
        "clientSecret: hunter2",
        "JWT_SECRET: hunter2",
        "SECRET_KEY_BASE: hunter2",
        "DB_PASSWORD_2: hunter2",
        "password: 'hun''hunter2'",
        "openssl rsa -passin pass:hunter2 -in x",
        "https://x.blob.core.windows.net/a?sv=1&sig=hunter2&se=2",
        "-----BEGIN PRIVATE KEY-----\nhunter2\n-----END PRIVATE KEY-----",
        "-----BEGIN RSA PRIVATE KEY-----\\nhunter2\\n-----END RSA PRIVATE KEY-----",
        "a password: ${X:-hunter2}",
        "PASSWORD=$up-hunter2",
        "jdbc:sqlserver://db:1433;user=sa;pwd={hunter2};x=y",
        "sqlplus -s shop/hunter2@//db:1521/XE @migrate.sql",
        "sqlcmd -S db -P\"hunter2\" -Q x",
        "mysql -p'hunter2' x",
        "mongosh -u a -phunter2",
        "curl -uuser:hunter2 x",
        "curl --user=user:hunter2 x",
        "docker login -u a -p hunter2 registry.example.com",
        "cqlsh -u a -p hunter2",
        "sshpass -p hunter2 ssh db",
        "REDISCLI_AUTH=hunter2 redis-cli ping",
        "keytool -storepass hunter2 -list",
        "kubectl create secret generic x --from-literal=a=hunter2",
        "kubectl create secret generic x --from-literal 'a=hunter2' -n x",
        "db.example.com:5432:shop:shop:hunter2",
        "echo '*:*:*:*:hunter2' > ~/.pgpass",
        "machine db.example.com login shop password hunter2",
        "requirepass hunter2",
        "user:hunter2@\"$HOST\"",
        "user:hunter2@'db'/x",
        "ALTER USER shop WITH PASSWORD 'hunter2';",
        "'ALTER USER shop PASSWORD ''hunter2'''",
        "CREATE USER shop IDENTIFIED BY 'hunter2'",
        "CREATE USER shop IDENTIFIED BY hunter2;",
        "<a><password>hunter2</password></a>",
        "<property name=\"password\" value=\"hunter2\"/>",
      })
  void masksNothingBesides(String text) {
    String masked = Credentials.masked(text);
    assertThat(masked).doesNotContain("hunter2").contains("***");
    assertThat(masked.split("\\*\\*\\*", -1)).hasSize(2);
    for (String part : masked.split("\\*\\*\\*", -1)) {
      assertThat(text).contains(part);
    }
    assertThat(text.length() - masked.length()).isLessThan(12);
    assertThat(masked.lines().count()).isEqualTo(text.lines().count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mongodb+srv://shop:hunter2@cluster.example.com/x",
        "postgres://shop:hun/hunter2@x@db/shop",
        "postgres://shop:<hunter2>@db/shop",
        "amqp://a:hunter2@one,amqp://b:hunter2@two",
        "mongodb://a:b:hunter2@one:27017,two:27017",
        "shop:p:hunter2@db/x",
        "shop:p/hunter2@tcp(db:3306)/shop",
        "password: correct hunter2 horse",
        "password: hun#hunter2;&,x",
        "password: \"{{ .Values.password | default \\\"hunter2\\\" }}\"",
        "PASSWORD={{ default \"hunter2\" .Values.password | quote }} x",
        "password={{ \"hunter2\" | b64enc }}",
        "PASSWORD=$(echo hunter2) psql",
        "AKIAHUNTER2HUNTER2HU",
        "x ghp_hunter2hunter2hunter2hunter2hunter2 y",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJodW50ZXIyIn0.hunter2hunter2",
        "tls.key: LS0tLS1CRUdJTiBQUklWQVRFhunter2",
      })
  void masksWhole(String text) {
    assertThat(Credentials.masked(text).toLowerCase(Locale.ROOT))
        .doesNotContain("hunter2")
        .contains("***");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "image: registry.example.com:5000/shop/token:v1.2.3",
        "image: registry.example.com/secret:v2",
        "image: shop/password-reset:v1@sha256:0123456789abcdef",
        "secretKeyRef: {name: shop-database, key: password}",
        "secretName: shop-database",
        "passwordSecret: shop-database",
        "existingSecret: shop",
        "secret: shop-database",
        "- secret: deployment-secrets",
        "secretKey: password",
        "passwordKey: password",
        "key: password",
        "- name: db-password\n  mountPath: /run/secrets",
        "- name: DB_PASSWORD\n  valueFrom:\n    secretKeyRef:\n      name: shop",
        "- name: TOKEN_TTL\n  value: 15m",
        "- name: PASSWORD_MIN_LENGTH\n  value: \"12\"",
        "- name: KEYCLOAK_HOST\n  value: sso",
        "- name: PGPASSFILE\n  value: /run/pgpass",
        "- name: DB_PASSWORD\n  value: $(SHOP_PASSWORD)",
        "- name: DB_PASSWORD\n  value: ${DB_PASSWORD}",
        "PASSWORD_FILE=/run/secrets/password",
        "- name: DB_PASSWORD\n  value: /run/secrets/password",
        "TOKEN=/var/run/secrets/token",
        "--token-file /var/run/token --password-file x",
        "--password -h db",
        "--token $TOKEN",
        "--tokens 100",
        "automountServiceAccountToken: false",
        "serviceAccountToken:\n  path: token",
        "path: /var/run/secrets/kubernetes.io/serviceaccount/token",
        "MYSQL_ALLOW_EMPTY_PASSWORD: \"yes\"",
        "password: \"\"",
        "password:",
        "password: {{ .Values.password }}",
        "image: 'registry.example.com/shop:@IMAGE_TAG@'",
        "NEW_PASSWORD=$(openssl rand -base64 32 | head -c 32)",
        "psql -p 5432",
        "docker run -u 1000:1000 -p 80:80",
        "psql -h db; mkdir -p /x",
        "monkey: x, turkey: y, compass: z, bypass=true",
        "accessKeyId: x",
        "args: [\"kubectl\", \"wait\", \"--for=condition=complete\", \"job/shop-migration-v1\"]",
        "git@github.com:shop/shop.git",
        "postgres://shop@db/shop",
        "jdbc:postgresql://shop-2@db/shop",
        "postgres://$USER@$HOST/shop",
        "password: {{ .Values.password | default \"\" | quote }}",
        "password: {{ required \"no password\" .Values.password }}",
        "password: {{ include \"shop.password\" . }}",
        "password: $(echo $PASSWORD | base64 -d)",
        "sqlplus /nolog @/scripts/a.sql",
        "docker run -p 8080:80 shop",
        "zip -r dump.zip dump.sql",
        "vault login -method=oidc",
        "aws configure set region eu-west-1",
        "rabbitmqctl add_vhost shop; the queue to set token for",
        "basicAuth: true",
        "the password, a password file, identified by name, logged in by",
        "aws:ecr:eu-west-1:a:b, 00:11:22:33:44:55, 2001:db8::1, a:b:c:d:e",
        "<password/>",
        "<property name=\"user\" value=\"shop\"/>",
        "mailto:team@example.com",
        "https://example.com/token?x=1#y",
        "-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----",
        "caBundle: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUM=",
        "npm_config_cache=/tmp, AIRFLOW=x",
        "a bearer token of its own",
        "spec.template.spec.containers[0].env[3].value: the password DB_PASSWORD stands here",
        "the password in the URL DATABASE_URL stands here in plain text; move it to a Secret",
      })
  void showsWhatIsNoPassword(String text) {
    assertThat(Credentials.masked(text)).isEqualTo(text);
  }

  /** Each would take minutes if a part of it were looked at again and again. */
  @Test
  @org.junit.jupiter.api.Timeout(value = 60)
  void longTextsTakeLinearTime() {
    for (String part :
        new String[] {
          "password",
          "password=",
          "password=\"",
          "\\",
          "- --password\n",
          "://",
          ":",
          "a:b@",
          "name: A_PASSWORD, ",
          "password: ${a",
          "${",
          "$a)",
          "-----BEGIN ",
          "-----BEGIN PRIVATE KEY-----",
          "--password ",
          "--password,",
          "'",
          "\"password\" ",
          "_",
          "aB",
          "bearer ",
          "LS0tLS1CRUdJTi",
          "eyJ.",
          ":thin:",
          "mysql -p",
          " ",
          "password: x ",
          "- name: A_PASSWORD\n  value: \n",
          "path: /",
          "password={{ ",
          "password={{ default \"",
          "password=$(echo ",
          "<password>",
          "<password",
          "PASSWORD '",
          "identified by ",
          "a:1:b:c:",
          "postgres://a@",
          "sqlplus a/",
          "--from-literal=a="
        }) {
      String text = part.repeat(200_000 / part.length());
      assertThat(Credentials.masked(text)).as(part).isNotEmpty();
      assertThat(Credentials.masked("password=" + text)).as(part).isNotEmpty();
      assertThat(Credentials.masked("${" + text + ")".repeat(100_000))).as(part).isNotEmpty();
    }
  }
}
