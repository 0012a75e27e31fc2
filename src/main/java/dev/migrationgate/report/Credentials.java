package dev.migrationgate.report;

import java.util.Optional;

/**
 * Finds what looks like a password, a token or a private key in any text: a message, a line of a
 * manifest, a whole file. Each character is looked at a few times at most, whatever the text.
 */
public final class Credentials {
  /** How long a name may be that a password follows: that of a resource has 253 characters. */
  private static final int LONGEST_NAME = 300;

  private static final String LITERAL = "from-literal";

  private final String text;
  private final Spans spans = new Spans();
  private final Clients clients = new Clients();
  private final WordPasswords words = new WordPasswords();

  /** True as long as nothing but indentation, dashes and quotes stands before it on its line. */
  private boolean leads = true;

  private Credentials(String text) {
    this.text = text;
  }

  /** The text with a mask over what looks secret. */
  public static String masked(String text) {
    return in(text).masked(text);
  }

  /**
   * The places that look secret: user and password of a URL or another address, what is assigned to
   * a name like {@code PGPASSWORD} or follows an option like {@code --token}, keys by their form.
   */
  public static Spans in(String text) {
    Credentials credentials = new Credentials(text);
    UrlCredentials.add(text, credentials.spans);
    KnownKeys.addPrivateKeys(text, credentials.spans);
    PassLines.add(text, credentials.spans);
    credentials.read();
    return credentials.spans;
  }

  /** True where what a field, variable or option of this name holds must not be shown. */
  public static boolean isSecret(String name, String value) {
    return SecretNames.isSecret(name) && !OpenValues.isShown(name, value.trim());
  }

  private void read() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (isNameCharacter(c)) {
        int end = endOfName(at);
        int next = Math.max(end, name(at, end));
        leads = leads && onlyDashes(at, end);
        at = next;
      } else {
        if (c == '\n' || c == '\r') {
          leads = true;
          clients.endLine(at > 0 && text.charAt(at - 1) == '\\');
        } else if (isLineBreak(at)) {
          leads = false;
          clients.endLine(false);
          at++;
        } else {
          leads = leads && " \t\"'?+".indexOf(c) >= 0;
        }
        at++;
      }
    }
  }

  /** True for what is a line break or a tab of a text that another one quotes. */
  private boolean isLineBreak(int at) {
    return text.charAt(at) == '\\'
        && at + 1 < text.length()
        && "nrt".indexOf(text.charAt(at + 1)) >= 0;
  }

  /** Reads a name and what is said of it; where to go on. */
  private int name(int start, int end) {
    int base64 = KnownKeys.endOfBase64(text, start);
    if (base64 > start) {
      spans.add(start, base64);
      return base64;
    }
    if (KnownKeys.isKey(text, start, end)) {
      spans.add(start, end);
      return end;
    }
    clients.see(text, start, end);
    Separator separator = Separator.behind(text, end);
    if (separator.assigns()) {
      return assigned(start, end, separator);
    }
    if (text.charAt(start) == '-') {
      return option(start, end);
    }
    Optional<WordPasswords.Found> found =
        separator.quoted()
            ? Optional.empty()
            : words.behind(text, start, end, leads, clients.takesLogins());
    return found.isPresent()
        ? value(found.get().name(), found.get().start(), found.get().end())
        : end;
  }

  private int assigned(int start, int end, Separator separator) {
    String name = text.substring(withoutDashes(start, end), end);
    if (isHeader(name)) {
      return header(separator.value());
    }
    boolean attribute = separator.value() < text.length() && isQuoteAt(separator.value());
    if ((separator.isColon() || attribute) && isLabel(name)) {
      return pair(separator);
    }
    if (end - start == name.length() + 1 && clients.joinsUser(name)) {
      return user(end, start + 2);
    }
    boolean user = start + name.length() < end && (name.equals("user") || name.equals("u"));
    if (user || isBasic(name)) {
      return user(end, separator.value());
    }
    if (name.equals(LITERAL)) {
      return literal(separator.value());
    }
    boolean basic = name.equals("_auth") || (name.equals("auth") && separator.quoted());
    if (!basic && !SecretNames.isSecret(name)) {
      return end;
    }
    // An image may be called token, and what stands behind its colon is a tag.
    boolean tag = separator.isColon() && !separator.spaced() && !separator.quoted();
    boolean path = start > 0 && text.charAt(start - 1) == '/';
    if (tag && (path || (!SecretNames.isPassword(name) && !name.equals("pass")))) {
      return end;
    }
    return value(name, separator, leads && separator.isColon());
  }

  private int value(String name, Separator separator, boolean whole) {
    int start = separator.value();
    // SQL Server puts a password with odd characters in braces.
    boolean braced = text.startsWith("{", start) && !text.startsWith("{{", start);
    boolean password = braced && !separator.isColon() && SecretNames.isPassword(name);
    return OpenValues.isCollection(text, start) && !password
        ? start
        : value(name, start, Values.end(text, start, separator.isColon(), whole));
  }

  private int value(String name, int start, int end) {
    return OpenValues.isShown(name, text, start, end) ? end : mask(start, end);
  }

  /** Masks a value, without its quotes. */
  private int mask(int start, int end) {
    int from = Values.behindQuote(text, start);
    spans.add(from, Values.beforeQuote(text, from, end));
    return end;
  }

  /** As in {@code --password hunter2}, {@code "--password", "hunter2"} and {@code -u user:…}. */
  private int option(int start, int end) {
    int next = Values.nextWord(text, start, end);
    String name = text.substring(withoutDashes(start, end), end);
    if (end - start == name.length() + 1 && clients.joins(name)) {
      return mask(start + 2, Values.end(text, start + 2, false, false));
    }
    boolean opens = end < text.length() && isQuoteAt(end) && !(start > 0 && isQuoteAt(start - 1));
    if (opens && clients.takes(name)) {
      return mask(end, Values.end(text, end, false, false));
    }
    if (next == end || next >= text.length()) {
      return end;
    }
    if (name.equals("u") || name.equals("user")) {
      return user(end, next);
    }
    if (name.equals(LITERAL)) {
      return literal(next);
    }
    boolean takes = clients.takes(name) || (name.length() > 1 && SecretNames.isSecret(name));
    boolean other = text.startsWith("-", Values.behindQuote(text, next));
    return takes && !other && !OpenValues.isCollection(text, next)
        ? value(name, next, Values.end(text, next, false, false))
        : end;
  }

  /** As in {@code kubectl create secret --from-literal=key=hunter2}. */
  private int literal(int start) {
    int end = Values.end(text, start, false, false);
    int equals = start;
    while (equals < end && text.charAt(equals) != '=') {
      equals++;
    }
    return equals < end ? value("password", equals + 1, end) : end;
  }

  private boolean isQuoteAt(int at) {
    return Values.isQuote(text.charAt(at));
  }

  private int user(int end, int start) {
    int colon = Values.behindQuote(text, start);
    boolean named = false;
    int last = Math.min(text.length(), colon + LONGEST_NAME);
    while (colon < last && (isNameCharacter(text.charAt(colon)) || text.charAt(colon) == '@')) {
      named |= Character.isLetter(text.charAt(colon));
      colon++;
    }
    boolean follows = named && text.startsWith(":", colon) && !text.startsWith("://", colon);
    return follows ? mask(colon + 1, Values.end(text, colon + 1, false, false)) : end;
  }

  /** As in {@code name: DB_PASSWORD} with {@code value: hunter2} behind it. */
  private int pair(Separator separator) {
    int from = Values.behindQuote(text, separator.value());
    int end = from;
    int slash = from;
    while (end < text.length()
        && end - from < LONGEST_NAME
        && (isNameCharacter(text.charAt(end)) || text.charAt(end) == '/')) {
      slash = text.charAt(end) == '/' ? end + 1 : slash;
      end++;
    }
    // A JSON patch has its name at the end of a path.
    boolean data = text.startsWith("/stringData/", from);
    if (!data && !SecretNames.isSecret(text.substring(slash, end))) {
      return separator.value();
    }
    int next = Values.nextEntry(text, end);
    if (!text.startsWith("value", next)) {
      return separator.value();
    }
    Separator value = Separator.behind(text, next + "value".length());
    return value.isColon() || (value.assigns() && !separator.isColon())
        ? value(text.substring(slash, end), value, value.isColon() && value.isBlock(text, end))
        : next;
  }

  /** As in {@code Authorization: Bearer …}. */
  private int header(int start) {
    int from = Values.behindQuote(text, start);
    int end = Values.end(text, from, false, false);
    if (end < text.length() && text.charAt(end) == ' ') {
      from = end + 1;
      end = Values.end(text, from, false, false);
    }
    return OpenValues.isShown("token", text, from, end) ? end : mask(from, end);
  }

  private static boolean isHeader(String name) {
    return name.equalsIgnoreCase("authorization") || name.equalsIgnoreCase("proxy-authorization");
  }

  private static boolean isBasic(String name) {
    return name.equals("basicAuth") || name.equals("basic_auth") || name.equals("basic-auth");
  }

  private static boolean isLabel(String name) {
    return name.equals("name") || name.equals("key") || name.equals("path");
  }

  private int withoutDashes(int start, int end) {
    int from = start;
    while (from < end && text.charAt(from) == '-') {
      from++;
    }
    return from;
  }

  private boolean onlyDashes(int start, int end) {
    return withoutDashes(start, end) == end;
  }

  private int endOfName(int start) {
    int end = start;
    while (end < text.length() && isNameCharacter(text.charAt(end))) {
      end++;
    }
    while (end > start + 1 && text.charAt(end - 1) == '.') {
      end--;
    }
    return end;
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.';
  }
}
