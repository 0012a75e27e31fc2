package dev.migrationgate.check;

import java.util.regex.Pattern;

/** Finds passwords in lines of manifests by what stands before them. */
public final class Passwords {
  private static final String MASK = "***";
  private static final Pattern PASSWORD =
      Pattern.compile(
          "(?i)((?:password|passwd|passphrase|pwd|secret|token|api[_-]?key)[\"']?\\s*[=:]\\s*)"
              + "(?!\\s|\\$|\\{|(?:true|false)\\b)(\"[^\"]*\"|'[^']*'|[^\\s,;&]+)");

  /** The word is looked through once, and then taken whole: a long one takes linear time. */
  private static final Pattern NAMED_PASSWORD =
      Pattern.compile(
          "(?i)(name[\"']?:\\s*+[\"']?(?=\\w*(?:PASSWORD|PASSWD|PWD|SECRET|TOKEN|KEY))\\w++[\"']?,"
              + "\\s*+[\"']?value[\"']?:\\s*+)(\"[^\"]*\"|'[^']*'|[^\\s,}]+)");

  /** A password that is the word behind its option. */
  private static final Pattern OPTION =
      Pattern.compile(
          "(?i)((?<=-)(?:password|passwd|passphrase|pwd|token)[\"']?(?:,\\s*+|\\s++))"
              + "(?![-$])(\"[^\"]*\"|'[^']*'|[^\\s,;&\\]]+)");

  /** The same behind {@code -p}, which is a port for other clients. */
  private static final Pattern SHORT_OPTION =
      Pattern.compile(
          "((?<=[\\s\"'])-[pP](?:[\"']?,\\s*+|\\s*+))(?![-$])(\"[^\"]*\"|'[^']*'|[^\\s,;&\"'\\]]+)");

  private static final Pattern CLIENT = Pattern.compile("mysql|mariadb|mongo|sqlcmd");

  private Passwords() {}

  /** The text without what looks like the value of a password. */
  public static String masked(String text) {
    String named = NAMED_PASSWORD.matcher(text).replaceAll("$1" + MASK);
    String assigned = PASSWORD.matcher(named).replaceAll("$1" + MASK);
    String options = OPTION.matcher(assigned).replaceAll("$1" + MASK);
    return CLIENT.matcher(options).find()
        ? SHORT_OPTION.matcher(options).replaceAll("$1" + MASK)
        : options;
  }
}
