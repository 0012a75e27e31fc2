package dev.migrationgate.substitute;

import dev.migrationgate.krm.Manifests;
import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.SecretData;
import dev.migrationgate.krm.Unowned;
import dev.migrationgate.yaml.Entry;
import dev.migrationgate.yaml.Node;
import dev.migrationgate.yaml.Scalar;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All variables that an input and its configuration declare.
 *
 * <p>What is nearer wins: the configuration's values, then the ConfigMaps and Secrets that it
 * names, then what a Flux Kustomization of the input declares under {@code postBuild}. Among
 * several ConfigMaps of one name the one in the resource's own namespace wins.
 */
public final class Variables {
  private static final String FLUX_GROUP = "kustomize.toolkit.fluxcd.io";

  private final Map<String, Variable> configured = new LinkedHashMap<>();
  private final Map<String, List<Variable>> declared = new LinkedHashMap<>();
  private final Map<String, List<Variable>> flux = new LinkedHashMap<>();
  private final Set<Integer> declaring = new HashSet<>();
  private final List<Variable> ownDeclarations = new ArrayList<>();
  private boolean fluxSuppliesMore;

  private Variables() {}

  /** Gathers the variables of an input. */
  public static Variables of(Manifests manifests, VariableSettings settings) {
    Variables variables = new Variables();
    for (Map.Entry<String, String> value : settings.values().entrySet()) {
      variables.configured.put(
          value.getKey(), new Variable(value.getKey(), value.getValue(), false, Optional.empty()));
    }
    for (VariableSettings.From from : settings.from()) {
      variables.addFrom(manifests, from, variables.declared, true);
    }
    for (Resource resource : manifests.resources()) {
      if (resource.is(FLUX_GROUP, "Kustomization")) {
        variables.addFlux(manifests, resource);
      }
    }
    return variables;
  }

  private void addFrom(
      Manifests manifests,
      VariableSettings.From from,
      Map<String, List<Variable>> target,
      boolean own) {
    for (Resource resource : manifests.resources()) {
      if (resource.is("", from.kind())
          && resource.names().contains(from.name())
          && !Unowned.isEncrypted(resource)) {
        add(resource, target, own);
      }
    }
  }

  private void add(Resource source, Map<String, List<Variable>> target, boolean own) {
    declaring.add(source.position());
    boolean secret = source.kind().equals("Secret");
    for (Entry entry : source.root().entries("data")) {
      add(source, entry, "data", secret, target, own);
    }
    for (Entry entry : secret ? source.root().entries("stringData") : List.<Entry>of()) {
      add(source, entry, "stringData", true, target, own);
    }
  }

  private void add(
      Resource source,
      Entry entry,
      String field,
      boolean secret,
      Map<String, List<Variable>> target,
      boolean own) {
    String name = entry.name();
    if (!Variable.isName(name) || !(entry.value().target() instanceof Scalar scalar)) {
      return;
    }
    boolean encoded = secret && field.equals("data");
    Optional<String> value =
        encoded
            ? SecretData.decode(scalar.value())
            : Optional.of(scalar.isNull() ? "" : scalar.value());
    if (value.isEmpty()) {
      return;
    }
    Variable variable =
        new Variable(
            name,
            value.get(),
            secret,
            Optional.of(new Variable.Declaration(source, scalar, field + "." + name)));
    List<Variable> sameName = target.get(name);
    if (sameName == null) {
      sameName = new ArrayList<>();
      target.put(name, sameName);
    }
    // A Secret's stringData overrides its data, as in the API server.
    removeFrom(sameName, source);
    sameName.add(variable);
    if (own) {
      ownDeclarations.add(variable);
    }
  }

  private static void removeFrom(List<Variable> variables, Resource source) {
    for (int i = variables.size() - 1; i >= 0; i--) {
      Optional<Variable.Declaration> declaration = variables.get(i).declaration();
      if (declaration.isPresent() && declaration.get().resource().position() == source.position()) {
        variables.remove(i);
      }
    }
  }

  private void addFlux(Manifests manifests, Resource kustomization) {
    for (Entry entry : kustomization.root().entries("spec", "postBuild", "substitute")) {
      if (Variable.isName(entry.name()) && entry.value().target() instanceof Scalar scalar) {
        List<Variable> inline = new ArrayList<>();
        inline.add(new Variable(entry.name(), scalar.value(), false, Optional.empty()));
        flux.put(entry.name(), inline);
      }
    }
    for (Node from : kustomization.root().items("spec", "postBuild", "substituteFrom")) {
      Map<String, List<Variable>> found = new LinkedHashMap<>();
      VariableSettings.From source =
          new VariableSettings.From(from.text("kind").orElse(""), from.text("name").orElse(""));
      addFrom(manifests, source, found, false);
      fluxSuppliesMore |= found.isEmpty();
      for (Map.Entry<String, List<Variable>> entry : found.entrySet()) {
        flux.putIfAbsent(entry.getKey(), entry.getValue());
      }
    }
  }

  /** True for a resource whose own text declares variables: nothing is substituted in it. */
  public boolean declares(Resource resource) {
    return declaring.contains(resource.position());
  }

  /** The variables that the sources named by the configuration declare, in input order. */
  public List<Variable> declarations() {
    return List.copyOf(ownDeclarations);
  }

  /** True when a Flux Kustomization substitutes from a source that is not in the input. */
  public boolean fluxMaySupply() {
    return fluxSuppliesMore;
  }

  /** The values that must not be spoken: those of variables that a Secret declares. */
  public List<String> secrets() {
    List<String> secrets = new ArrayList<>();
    for (Map<String, List<Variable>> source : List.of(declared, flux)) {
      for (List<Variable> variables : source.values()) {
        for (Variable variable : variables) {
          if (variable.secret() && !variable.value().isEmpty()) {
            secrets.add(variable.value());
          }
        }
      }
    }
    return secrets;
  }

  /**
   * The declarations that count for a resource in this namespace: one, none, or several of
   * different values where nothing tells which is meant.
   */
  public List<Variable> find(String name, String namespace) {
    Variable own = configured.get(name);
    if (own != null) {
      return List.of(own);
    }
    List<Variable> found = declared.containsKey(name) ? declared.get(name) : flux.get(name);
    return found == null ? List.of() : nearest(found, namespace);
  }

  private static List<Variable> nearest(List<Variable> found, String namespace) {
    List<Variable> here = new ArrayList<>();
    for (Variable variable : found) {
      if (namespaceOf(variable).equals(namespace)) {
        here.add(variable);
      }
    }
    List<Variable> candidates = here.isEmpty() ? found : here;
    List<Variable> different = new ArrayList<>();
    for (Variable variable : candidates) {
      boolean known = false;
      for (Variable other : different) {
        known |= other.value().equals(variable.value());
      }
      if (!known) {
        different.add(variable);
      }
    }
    return different;
  }

  private static String namespaceOf(Variable variable) {
    return variable.declaration().isPresent()
        ? variable.declaration().get().resource().namespace()
        : "";
  }
}
