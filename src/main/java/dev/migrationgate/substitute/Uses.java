package dev.migrationgate.substitute;

import dev.migrationgate.krm.Groups;
import dev.migrationgate.krm.Resource;
import java.util.Iterator;
import java.util.List;

/** Where variables were put in: one by one in the order of the input, or by the resource. */
public final class Uses implements Iterable<Use> {
  private final List<Use> all;
  private final Groups<Integer, Use> byResource = new Groups<>();

  public Uses(List<Use> all) {
    this.all = List.copyOf(all);
    for (Use use : all) {
      byResource.add(use.resource().position(), use);
    }
  }

  @Override
  public Iterator<Use> iterator() {
    return all.iterator();
  }

  /** Those in one resource. */
  public List<Use> of(Resource resource) {
    return byResource.of(resource.position());
  }
}
