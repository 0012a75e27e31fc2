package dev.migrationgate.terminal;

/** How a stretch of text stands out, by the ANSI escape codes that every terminal knows. */
public enum Style {
  PLAIN(""),
  BOLD("1"),
  FAINT("2"),
  ITALIC("3"),
  RED("31"),
  GREEN("32"),
  YELLOW("33"),
  CYAN("36");

  private static final String ESCAPE = "\u001b[";

  private final String code;

  Style(String code) {
    this.code = code;
  }

  /** The text in this style. */
  public String of(String text) {
    return this == PLAIN || text.isEmpty() ? text : ESCAPE + code + "m" + text + ESCAPE + "0m";
  }
}
