package dev.migrationgate.fix;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.yaml.Fragment;
import dev.migrationgate.yaml.Scalar;
import java.util.List;

/** One change of a manifest, told in terms of its tree. */
public sealed interface Change {

  /** The resource that changes, or beside which a new one comes. */
  Resource resource();

  /**
   * Gives a field a value. Mappings on the way that are not there are made; a scalar that is there
   * is written over.
   *
   * @param path keys from the resource's root; {@code [2]} for an item of a sequence
   */
  record Put(Resource resource, List<String> path, Fragment value) implements Change {
    public Put {
      path = List.copyOf(path);
    }
  }

  /**
   * Puts an item into a sequence, which is made where it is not there.
   *
   * @param path keys from the resource's root
   * @param index its place among the items that are there
   */
  record Insert(Resource resource, List<String> path, int index, Fragment item) implements Change {
    public Insert {
      path = List.copyOf(path);
    }
  }

  /** Writes another string over a scalar. */
  record Rewrite(Resource resource, Scalar scalar, String value) implements Change {}

  /**
   * Replaces a name inside a scalar, wherever it stands there as a word of its own.
   *
   * @param from the name as the source has it
   */
  record Rename(Resource resource, Scalar scalar, String from, String to) implements Change {}

  /**
   * Replaces a piece of a scalar's text that stands in it exactly once.
   *
   * @param from the piece as the source has it
   */
  record Replace(Resource resource, Scalar scalar, String from, String to) implements Change {}

  /**
   * Adds a resource.
   *
   * @param resource the resource behind which it comes
   * @param file what to call its file, where the host keeps one resource a file
   */
  record Add(Resource resource, String file, Fragment.Entries added) implements Change {
    /** Written out, for a record's own costs 10 ms at its first call. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Add that
          && resource.equals(that.resource)
          && file.equals(that.file)
          && added.equals(that.added);
    }

    @Override
    public int hashCode() {
      return file.hashCode();
    }
  }
}
