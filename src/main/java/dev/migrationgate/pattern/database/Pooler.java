package dev.migrationgate.pattern.database;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Container;
import dev.migrationgate.pattern.pod.PodTemplate;
import dev.migrationgate.yaml.Node;
import java.util.Locale;
import java.util.Optional;

/** Tells addresses of a connection pooler that gives each transaction another connection. */
public final class Pooler {
  private static final String PORT = "6432";
  private static final String SUPABASE = ".pooler.supabase.com";
  private static final String SUPABASE_PORT = "6543";

  private Pooler() {}

  /**
   * What says that a variable's value leads to a pooler, without the value itself.
   *
   * @param resources where the pooler itself may stand, and say that it keeps sessions
   */
  public static Optional<String> sign(String name, String value, Resources resources) {
    if (!DatabaseAddress.isSetting(name)) {
      return Optional.empty();
    }
    if (value.indexOf("://") > 0) {
      return ofUrl(value, resources);
    }
    String last = name.substring(name.lastIndexOf('_') + 1).toUpperCase(Locale.ROOT);
    if (last.endsWith("PORT")) {
      return value.equals(PORT) ? Optional.of("port " + PORT) : Optional.empty();
    }
    return DatabaseAddress.isHost(name) ? ofHost(value, resources) : Optional.empty();
  }

  private static Optional<String> ofUrl(String url, Resources resources) {
    int query = url.indexOf('?');
    if (query >= 0 && url.indexOf("pgbouncer=true", query) >= 0) {
      return Optional.of("pgbouncer=true");
    }
    String place = DatabaseAddress.place(url, url.indexOf("://") + 3);
    int slash = place.indexOf('/');
    String authority = slash < 0 ? place : place.substring(0, slash);
    int colon = authority.lastIndexOf(':');
    String host = colon < 0 ? authority : authority.substring(0, colon);
    String port = colon < 0 ? "" : authority.substring(colon + 1);
    if (keepsSessions(host, resources)) {
      return Optional.empty();
    }
    if (host.endsWith(SUPABASE)) {
      return port.equals(SUPABASE_PORT) ? Optional.of("port " + port) : Optional.empty();
    }
    return port.equals(PORT) ? Optional.of("port " + PORT) : ofHost(host, resources);
  }

  private static Optional<String> ofHost(String host, Resources resources) {
    String service = service(host);
    boolean pooler =
        service.endsWith("-pooler") || service.contains("pgbouncer") || service.equals("pgcat");
    return pooler && !keepsSessions(host, resources)
        ? Optional.of("a host that is named after a pooler")
        : Optional.empty();
  }

  private static String service(String host) {
    int dot = host.indexOf('.');
    return dot < 0 ? host : host.substring(0, dot);
  }

  /** In session mode a pooler is as good as the database itself. */
  private static boolean keepsSessions(String host, Resources resources) {
    for (Resource resource : resources.named(service(host), "")) {
      if (resource.is("postgresql.cnpg.io", "Pooler")) {
        return resource
            .root()
            .text("spec", "pgbouncer", "poolMode")
            .orElse("session")
            .equals("session");
      }
      Optional<PodTemplate> pod = PodTemplate.of(resource);
      if (pod.isPresent() && saysSession(pod.get())) {
        return true;
      }
    }
    return false;
  }

  private static boolean saysSession(PodTemplate pod) {
    for (Container container : pod.containers()) {
      for (Node variable : container.node().items("env")) {
        if (variable.text("name").orElse("").endsWith("POOL_MODE")
            && variable.has("session", "value")) {
          return true;
        }
      }
    }
    return false;
  }
}
