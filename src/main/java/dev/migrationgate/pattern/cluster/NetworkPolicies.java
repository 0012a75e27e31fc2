package dev.migrationgate.pattern.cluster;

import dev.migrationgate.krm.Resource;
import dev.migrationgate.krm.Resources;
import dev.migrationgate.pattern.pod.Count;
import dev.migrationgate.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the NetworkPolicies of the input keep apart (Kubernetes documentation, Network Policies).
 * Where the input has policies of a network plugin as well, nothing is known.
 */
public final class NetworkPolicies {
  private static final Set<String> PLUGINS =
      Set.of(
          "cilium.io",
          "crd.projectcalico.org",
          "projectcalico.org",
          "policy.networking.k8s.io",
          "security.antrea.tanzu.vmware.com",
          "crd.antrea.io",
          "ovn.kubernetes.io");

  /** Where API servers listen: the Service's port, and the usual ones behind it. */
  private static final Set<Long> API_PORTS = Set.of(443L, 6443L, 8443L, 16443L);

  /** Where name servers listen, OpenShift's too. */
  private static final Set<Long> NAME_PORTS = Set.of(53L, 5353L);

  private final SelectorIndex policies;
  private boolean known = true;

  /** Reads the policies among these. */
  public NetworkPolicies(Resources resources) {
    this.policies =
        new SelectorIndex(
            resources.of("networking.k8s.io", "NetworkPolicy"),
            "spec",
            "podSelector",
            "matchLabels");
    for (Resource resource : resources) {
      known &= !PLUGINS.contains(resource.group());
    }
  }

  /** The policy that keeps a pod from the API server, if the input's policies do. */
  public Optional<Resource> keepsFromApiServer(Peer pod) {
    List<Resource> own = selecting(pod, "Egress");
    for (Resource policy : own) {
      for (Node rule : policy.root().items("spec", "egress")) {
        if (mayReachNodes(rule) && opens(rule, API_PORTS)) {
          return Optional.empty();
        }
      }
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(0));
  }

  /** The policy that keeps one pod from another, on either side. */
  public Optional<Resource> keepsApart(Peer from, Peer to) {
    Optional<Resource> out = side(selecting(from, "Egress"), "egress", "to", to, to.ports());
    return out.isPresent()
        ? out
        : side(selecting(to, "Ingress"), "ingress", "from", from, to.ports());
  }

  /** The policy that leaves a pod nothing but name servers, if the input's policies do. */
  public Optional<Resource> leavesOnlyNames(Peer pod) {
    List<Resource> own = selecting(pod, "Egress");
    for (Resource policy : own) {
      for (Node rule : policy.root().items("spec", "egress")) {
        if (!isForNames(rule)) {
          return Optional.empty();
        }
      }
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(0));
  }

  private static boolean isForNames(Node rule) {
    List<Node> ports = rule.items("ports");
    for (Node port : ports) {
      if (!NAME_PORTS.contains(Count.at(port, "port").orElse(-1))
          || port.get("endPort").isPresent()) {
        return false;
      }
    }
    return !ports.isEmpty();
  }

  private static Optional<Resource> side(
      List<Resource> own, String rules, String peers, Peer other, Set<Long> ports) {
    for (Resource policy : own) {
      for (Node rule : policy.root().items("spec", rules)) {
        if (takes(rule, peers, other, policy) && (ports.isEmpty() || opens(rule, ports))) {
          return Optional.empty();
        }
      }
    }
    return own.isEmpty() ? Optional.empty() : Optional.of(own.get(0));
  }

  private List<Resource> selecting(Peer pod, String type) {
    List<Resource> own = new ArrayList<>();
    if (!known) {
      return own;
    }
    for (Resource policy : policies.candidates(pod.labels(), pod.owner().namespace())) {
      Optional<Node> selector = policy.root().at("spec", "podSelector");
      if (is(policy, type)
          && selector.isPresent()
          && LabelSelector.matches(selector.get(), pod.labels())) {
        own.add(policy);
      }
    }
    return own;
  }

  /** Without {@code policyTypes} it is about ingress, and about egress where it has such rules. */
  private static boolean is(Resource policy, String type) {
    List<Node> types = policy.root().items("spec", "policyTypes");
    for (Node item : types) {
      if (item.has(type)) {
        return true;
      }
    }
    return types.isEmpty()
        && (type.equals("Ingress") || policy.root().at("spec", "egress").isPresent());
  }

  /** The API server is no pod: only all destinations or addresses lead there. */
  private static boolean mayReachNodes(Node rule) {
    List<Node> peers = rule.items("to");
    for (Node peer : peers) {
      boolean anywhere =
          peer.get("namespaceSelector").isPresent() && peer.entries("namespaceSelector").isEmpty();
      if (peer.get("ipBlock").isPresent() || anywhere) {
        return true;
      }
    }
    return peers.isEmpty();
  }

  private static boolean takes(Node rule, String peers, Peer pod, Resource policy) {
    List<Node> all = rule.items(peers);
    for (Node peer : all) {
      Optional<Node> pods = peer.get("podSelector");
      Optional<Node> namespaces = peer.get("namespaceSelector");
      boolean near = namespaces.isPresent() || policy.mayShareNamespaceWith(pod.owner());
      boolean selected = pods.isEmpty() || LabelSelector.matches(pods.get(), pod.labels());
      if (peer.get("ipBlock").isPresent() || near && selected) {
        return true;
      }
    }
    return all.isEmpty();
  }

  private static boolean opens(Node rule, Set<Long> wanted) {
    List<Node> ports = rule.items("ports");
    for (Node port : ports) {
      long first = Count.at(port, "port").orElse(-1);
      long last = Count.at(port, "endPort").orElse(first);
      boolean named = first < 0;
      for (long one : wanted) {
        if (!port.has("UDP", "protocol") && (named || first <= one && one <= last)) {
          return true;
        }
      }
    }
    return ports.isEmpty();
  }
}
