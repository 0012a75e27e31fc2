package dev.migrationgate;

/** Placeholder until the function stands. */
public final class Main {
  private Main() {}

  public static void main(String[] args) throws java.io.IOException {
    System.in.transferTo(System.out);
  }
}
