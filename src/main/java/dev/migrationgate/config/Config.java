package dev.migrationgate.config;

import dev.migrationgate.pattern.delivery.Deliverer;
import dev.migrationgate.pattern.migration.DeclaredMigration;
import dev.migrationgate.rules.FixSettings;
import dev.migrationgate.rules.RuleSettings;
import dev.migrationgate.substitute.VariableSettings;
import java.util.List;
import java.util.Optional;

/**
 * A parsed functionConfig.
 *
 * @param variables where variables come from
 * @param deliverer who delivers; empty for {@code auto}
 * @param order whether to put resources in order
 * @param require how many migrations with a proven gate there must be
 * @param fix which findings are to be mended
 * @param rules what is said of the rules
 * @param migrations the migrations that discovery is told
 */
public record Config(
    VariableSettings variables,
    Optional<Deliverer> deliverer,
    boolean order,
    int require,
    FixSettings fix,
    RuleSettings rules,
    List<DeclaredMigration> migrations) {

  /** The configuration of a run without any. */
  public static final Config DEFAULT =
      new Config(
          VariableSettings.DEFAULT,
          Optional.empty(),
          true,
          0,
          FixSettings.NONE,
          RuleSettings.DEFAULT,
          List.of());

  public Config {
    migrations = List.copyOf(migrations);
  }

  /** The same, with other findings to be mended. */
  public Config fixing(FixSettings other) {
    return new Config(variables, deliverer, order, require, other, rules, migrations);
  }
}
