package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the pods that are a database, or stand in front of one, from those that use it. */
public final class DatabaseServer {
  /** Last parts of images that are databases or stand between one and its clients. */
  private static final Set<String> DATABASES =
      Set.of(
          "postgres",
          "postgresql",
          "postgis",
          "pgvector",
          "timescaledb",
          "spilo",
          "mysql",
          "mariadb",
          "percona",
          "mongo",
          "mongodb",
          "redis",
          "valkey",
          "memcached",
          "rabbitmq",
          "kafka",
          "elasticsearch",
          "opensearch",
          "cockroach",
          "cassandra",
          "clickhouse",
          "clickhouse-server",
          "pgbouncer",
          "pgpool",
          "proxysql",
          "minio",
          "etcd",
          "nats",
          "zookeeper",
          "mssql",
          "server-mssql");

  /** Those of them that have no schema to migrate. */
  private static final Set<String> WITHOUT_SCHEMA =
      Set.of(
          "redis",
          "valkey",
          "memcached",
          "rabbitmq",
          "kafka",
          "elasticsearch",
          "opensearch",
          "minio",
          "etcd",
          "nats",
          "zookeeper");

  private DatabaseServer() {}

  /** True for a workload that serves a database rather than asks one. */
  public static boolean isRunBy(PodTemplate pod) {
    return DATABASES.contains(program(pod));
  }

  /** True for one that a migration may work on. */
  static boolean isMigrated(PodTemplate pod) {
    return isRunBy(pod) && !WITHOUT_SCHEMA.contains(program(pod));
  }

  private static String program(PodTemplate pod) {
    List<Container> containers = pod.containers();
    return containers.isEmpty()
        ? ""
        : containers.get(0).image().basename().toLowerCase(Locale.ROOT);
  }
}
