package dev.migrationgate.substitute;

/** Why an expression cannot be parsed. Carries no stack: adversarial texts throw many. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1L;

  Refusal(String reason) {
    super(reason, null, false, false);
  }
}
