package dev.migrationgate;

import dev.migrationgate.cli.CommandLineInterface;
import dev.migrationgate.config.Config;
import dev.migrationgate.config.ConfigReader;
import dev.migrationgate.config.InvalidConfig;
import dev.migrationgate.krm.Host;
import dev.migrationgate.krm.InvalidInput;
import dev.migrationgate.krm.ManifestReader;
import dev.migrationgate.krm.Manifests;
import dev.migrationgate.report.Credentials;
import dev.migrationgate.run.Function;
import dev.migrationgate.run.Input;
import dev.migrationgate.yaml.InvalidYaml;
import dev.migrationgate.yaml.OneLine;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Picks function or command line, and is the one place where bytes come in and go out. */
public final class Main {
  /** kustomize gives it to legacy exec plugins, and to nobody else. */
  private static final String KUSTOMIZE_PLUGIN = "KUSTOMIZE_PLUGIN_CONFIG_STRING";

  /** The EX_UNAVAILABLE of sysexits.h: a library or a module of Java is not there. */
  private static final int UNAVAILABLE = 69;

  private final InputStream in;
  private final OutputStream out;
  private final OutputStream err;
  private final boolean kustomizePlugin;

  private Main(InputStream in, OutputStream out, OutputStream err, boolean kustomizePlugin) {
    this.in = in;
    this.out = out;
    this.err = err;
    this.kustomizePlugin = kustomizePlugin;
  }

  public static void main(String[] args) {
    boolean plugin = System.getenv(KUSTOMIZE_PLUGIN) != null;
    int exitCode =
        run(
            args,
            // Of JDK 17, FileInputStream.readAllBytes asks a pipe for its position and fails.
            System.in,
            new FileOutputStream(FileDescriptor.out),
            new FileOutputStream(FileDescriptor.err),
            plugin);
    Runtime.getRuntime().halt(exitCode);
  }

  /**
   * Runs once.
   *
   * @param kustomizePlugin true when kustomize runs us as a legacy exec plugin
   * @return the exit code
   */
  public static int run(
      String[] args, InputStream in, OutputStream out, OutputStream err, boolean kustomizePlugin) {
    return new Main(in, out, err, kustomizePlugin).run(args);
  }

  private int run(String[] args) {
    try {
      boolean configFile = args.length == 1 && isConfigFile(args[0]);
      if (args.length > 0 && !configFile) {
        return new CommandLineInterface(in, out, err).run(args);
      }
      Optional<Config> config =
          configFile
              ? Optional.of(ConfigReader.read(Input.read(Path.of(args[0]))))
              : Optional.empty();
      return function(config);
    } catch (InvalidYaml | InvalidInput | InvalidConfig e) {
      return fail(Function.UNUSABLE, e.getMessage());
    } catch (IOException e) {
      return fail(Function.UNUSABLE, e.getMessage());
    } catch (OutOfMemoryError e) {
      return fail(Function.UNUSABLE, "the input needs more memory than there is; raise -Xmx");
    } catch (ExceptionInInitializerError e) {
      return defect(e);
    } catch (LinkageError e) {
      // The image holds the function's libraries and modules of Java, not those of every command.
      return fail(
          UNAVAILABLE,
          "this command needs libraries that are not here, as in the image ("
              + e.getMessage()
              + "); run it from the tar, or from a clone with a full Java");
    } catch (RuntimeException | Error e) {
      return defect(e);
    }
  }

  private int defect(Throwable e) {
    return fail(
        Function.DEFECT,
        "a defect of migration-gate ("
            + e.getClass().getSimpleName()
            + " at "
            + (e.getStackTrace().length > 0 ? e.getStackTrace()[0] : "an unknown place")
            + "); please report it to the project with the input that shows it");
  }

  /** One argument with a dot or slash in it is meant for a file, there or not. */
  private static boolean isConfigFile(String argument) {
    boolean named = argument.indexOf('.') >= 0 || argument.indexOf('/') >= 0;
    return !argument.startsWith("-") && (named || Files.isRegularFile(Path.of(argument)));
  }

  private int function(Optional<Config> config) throws IOException {
    Manifests manifests = ManifestReader.read(Input.read("stdin", in));
    Function.Outcome outcome =
        Function.run(kustomizePlugin ? manifests.from(Host.KUSTOMIZE) : manifests, config);
    return outcome.write(out, err);
  }

  private int fail(int exitCode, String message) {
    try {
      String line = "migration-gate: " + OneLine.of(Credentials.masked(message)) + "\n";
      err.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // Nobody is there to read it; the exit code still tells.
    }
    return exitCode;
  }
}
