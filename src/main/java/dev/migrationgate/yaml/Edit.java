package dev.migrationgate.yaml;

/** The replacement of a stretch of source text; an insertion where start and end are equal. */
public record Edit(int start, int end, String text) implements Comparable<Edit> {

  /** An insertion. */
  public static Edit insert(int offset, String text) {
    return new Edit(offset, offset, text);
  }

  /** Written out, for a record's own costs 10 ms at its first call. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Edit that && compareTo(that) == 0 && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return 31 * start + end;
  }

  @Override
  public int compareTo(Edit other) {
    int byStart = Integer.compare(start, other.start);
    return byStart != 0 ? byStart : Integer.compare(end, other.end);
  }
}
