package dev.migrationgate.pattern.database;

import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells the pods that are a database, or stand in front of one, from those that use it. */
public final class DatabaseServer {
  /** Last parts of images with a schema that may be migrated, or that stand before one. */
  private static final Set<String> WITH_SCHEMA =
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
          "cockroach",
          "cassandra",
          "clickhouse",
          "clickhouse-server",
          "pgbouncer",
          "pgpool",
          "proxysql",
          "mssql",
          "server-mssql");

  /** Last parts of images of other stores and queues, which have no schema to migrate. */
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
    return isMigrated(pod) || WITHOUT_SCHEMA.contains(program(pod));
  }

  /** True for one that a migration may work on. */
  static boolean isMigrated(PodTemplate pod) {
    return WITH_SCHEMA.contains(program(pod));
  }

  private static String program(PodTemplate pod) {
    List<Container> containers = pod.containers();
    return containers.isEmpty()
        ? ""
        : containers.get(0).image().basename().toLowerCase(Locale.ROOT);
  }
}
