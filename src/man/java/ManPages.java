import dev.migrationgate.cli.CommandLineInterface;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.codegen.docgen.manpage.ManPageGenerator;

/** Writes a manual page of each command, as AsciiDoc: {@code ManPages FOLDER VERSION}. */
final class ManPages {
  private static final String EXIT_CODES = "Exit codes: ";

  private ManPages() {}

  public static void main(String[] args) throws IOException {
    CommandSpec program =
        new CommandLineInterface(
                InputStream.nullInputStream(),
                new ByteArrayOutputStream(),
                new ByteArrayOutputStream())
            .commands()
            .getCommandSpec();
    prepare(program, args[1]);
    for (CommandLine command : program.subcommands().values()) {
      prepare(command.getCommandSpec(), args[1]);
    }
    boolean[] quiet = {};
    System.exit(ManPageGenerator.generateManPage(new File(args[0]), null, quiet, true, program));
  }

  /** The help has one line for all exit codes, a manual page has a section. */
  private static void prepare(CommandSpec command, String version) {
    command.versionProvider(null).version("migration-gate " + version);
    UsageMessageSpec usage = command.usageMessage();
    List<String> footer = new ArrayList<>();
    Map<String, String> exitCodes = new LinkedHashMap<>();
    for (String line : usage.footer()) {
      if (line.startsWith(EXIT_CODES)) {
        for (String exitCode : line.substring(EXIT_CODES.length()).split(", (?=[0-9])")) {
          String[] parts = exitCode.split(" ", 2);
          exitCodes.put(parts[0], parts[1].replaceFirst("\\.$", ""));
        }
      } else {
        footer.add(line);
      }
    }
    usage.footerHeading("Examples%n").footer(footer.toArray(new String[0]));
    if (!exitCodes.isEmpty()) {
      usage.exitCodeListHeading("Exit status%n").exitCodeList(exitCodes);
    }
  }
}
