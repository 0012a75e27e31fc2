package dev.migrationgate.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs to measure with: the same kind and number make the same bytes. {@code bench/generate} runs
 * this file as it stands.
 */
public final class Inputs {
  private static final String USAGE =
      """
      usage: bench/generate KIND N > file
        items N      a ResourceList of N resources as kpt sends it, about 1.1 kB each
        documents N  the same resources as a stream of documents
        services N   a ResourceList of N services with a migration each, all in one namespace
        bare N       the same without gate, access and version in the Jobs' names: all is to be mended
        configmap N  a document: one ConfigMap of N MB
      """;

  private static final String VARIABLES =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata:
        name: deployment-variables
      data:
        # Set by the release pipeline; every ${IMAGE_TAG} of this package follows.
        IMAGE_TAG: "v1.2286938253.0"
      """;

  /** What a service with a migration of its own is made of. */
  private static final List<String> MIGRATED =
      List.of(
          """
          apiVersion: v1
          kind: ServiceAccount
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          """,
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: Role
          metadata:
            name: @api-reads-jobs
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          rules:
          # No resourceNames: the Job's name changes with every version.
          - apiGroups: ["batch"]
            resources: ["jobs"]
            verbs: ["get", "list", "watch"]
          """,
          """
          apiVersion: rbac.authorization.k8s.io/v1
          kind: RoleBinding
          metadata:
            name: @api-reads-jobs
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          roleRef:
            apiGroup: rbac.authorization.k8s.io
            kind: Role
            name: @api-reads-jobs
          subjects:
          - kind: ServiceAccount
            name: @api
            namespace: @namespace
          """,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/component: service
              app.kubernetes.io/part-of: shop
          spec:
            replicas: 2 # the autoscaler's floor
            progressDeadlineSeconds: 900
            selector:
              matchLabels:
                app.kubernetes.io/name: @api
                app.kubernetes.io/component: service
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: @api
                  app.kubernetes.io/component: service
                  app.kubernetes.io/version: ${IMAGE_TAG}
                annotations:
                  prometheus.io/scrape: "true"
                  prometheus.io/port: "9090"
              spec:
                serviceAccountName: @api
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 1000
                  seccompProfile:
                    type: RuntimeDefault
                initContainers:
                - name: wait-for-migration
                  image: registry.k8s.io/kubectl:v1.33.4
                  command: ["kubectl"]
                  args:
                  - wait
                  - --for=condition=complete
                  - job/@api-migration-${IMAGE_TAG} # the migration Job's name
                  - --timeout=10m
                  resources:
                    requests:
                      cpu: 10m
                      memory: 32Mi
                    limits:
                      memory: 128Mi
                  securityContext:
                    allowPrivilegeEscalation: false
                    readOnlyRootFilesystem: true
                    capabilities:
                      drop: ["ALL"]
                containers:
                - name: service
                  image: registry.example.com/@api:${IMAGE_TAG}
                  ports:
                  - name: http
                    containerPort: 8080
                  envFrom:
                  - configMapRef:
                      name: @api-config
                  - secretRef:
                      name: @api-database
                  readinessProbe:
                    httpGet:
                      path: /healthz
                      port: http
                    periodSeconds: 5
                  livenessProbe:
                    httpGet:
                      path: /livez
                      port: http
                    initialDelaySeconds: 20
                    periodSeconds: 10
                    failureThreshold: 6
                  lifecycle:
                    preStop:
                      sleep:
                        seconds: 5
                  resources:
                    requests:
                      cpu: 100m
                      memory: 256Mi
                    limits:
                      memory: 512Mi
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
                topologySpreadConstraints:
                - maxSkew: 1
                  topologyKey: topology.kubernetes.io/zone
                  whenUnsatisfiable: ScheduleAnyway
                  labelSelector:
                    matchLabels:
                      app.kubernetes.io/name: @api
                      app.kubernetes.io/component: service
          """,
          """
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: @api-migration-${IMAGE_TAG}
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/component: migration
              app.kubernetes.io/part-of: shop
            annotations:
              kustomize.toolkit.fluxcd.io/force: Enabled
          spec:
            backoffLimit: 0
            # Shorter than the Deployment's progressDeadlineSeconds.
            activeDeadlineSeconds: 600
            podFailurePolicy:
              rules:
              - action: Ignore
                onPodConditions:
                - type: DisruptionTarget
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: @api
                  app.kubernetes.io/component: migration
              spec:
                restartPolicy: Never
                automountServiceAccountToken: false
                securityContext:
                  runAsNonRoot: true
                  runAsUser: 1000
                  seccompProfile:
                    type: RuntimeDefault
                containers:
                - name: migrate
                  image: registry.example.com/@api-migration:${IMAGE_TAG}
                  command: ["npm", "run", "db:migrate:deploy"]
                  envFrom:
                  - configMapRef:
                      name: @api-config
                  - secretRef:
                      name: @api-database # DATABASE_URL
                  resources:
                    requests:
                      cpu: 100m
                      memory: 256Mi
                    limits:
                      memory: 512Mi
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
          """,
          """
          apiVersion: v1
          kind: Service
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          spec:
            selector:
              app.kubernetes.io/name: @api
              app.kubernetes.io/component: service
            ports:
            - name: http
              port: 80
              targetPort: http
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: @api-config
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          data:
            NODE_ENV: production
            LOG_LEVEL: info
            PORT: "8080"
            CACHE_URL: redis://@api-cache:6379/0
            application.yaml: |
              server:
                port: 8080
                shutdown: graceful
              features:
                checkout: true
                recommendations: false
              # Put in by the program itself, at its start.
              pool:
                size: ${POOL_SIZE:-10}
                timeout: 30s
          """);

  /** What becomes {@link #MIGRATED} by mending, apart from what is none of a fix's business. */
  private static final List<String> BARE =
      List.of(
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: @api
            namespace: @namespace
          spec:
            selector:
              matchLabels:
                app.kubernetes.io/name: @api
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: @api
              spec:
                serviceAccountName: @api
                containers:
                - name: service
                  image: registry.example.com/@api:${IMAGE_TAG}
                  envFrom:
                  - secretRef:
                      name: @api-database
          """,
          """
          apiVersion: batch/v1
          kind: Job
          metadata:
            name: @api-migration
            namespace: @namespace
          spec:
            template:
              spec:
                restartPolicy: OnFailure
                containers:
                - name: migrate
                  image: registry.example.com/@api:${IMAGE_TAG}
                  command: ["npx", "prisma", "migrate", "deploy"]
                  envFrom:
                  - secretRef:
                      name: @api-database
          """,
          """
          apiVersion: v1
          kind: ServiceAccount
          metadata:
            name: @api
            namespace: @namespace
          """);

  /** What stands around such a service. */
  private static final List<String> AROUND =
      List.of(
          """
          apiVersion: external-secrets.io/v1
          kind: ExternalSecret
          metadata:
            name: @api-database
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          spec:
            refreshInterval: 1h
            secretStoreRef:
              name: vault
              kind: ClusterSecretStore
            target:
              name: @api-database
            data:
            - secretKey: DATABASE_URL
              remoteRef:
                key: @namespace/@api
                property: database-url
          """,
          """
          apiVersion: autoscaling/v2
          kind: HorizontalPodAutoscaler
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          spec:
            scaleTargetRef:
              apiVersion: apps/v1
              kind: Deployment
              name: @api
            minReplicas: 2
            maxReplicas: 10
            metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 70
          """,
          """
          apiVersion: networking.k8s.io/v1
          kind: Ingress
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
            annotations:
              cert-manager.io/cluster-issuer: letsencrypt
              nginx.ingress.kubernetes.io/proxy-body-size: 8m
          spec:
            ingressClassName: nginx
            tls:
            - hosts:
              - @api.example.com
              secretName: @api-tls
            rules:
            - host: @api.example.com
              http:
                paths:
                - path: /
                  pathType: Prefix
                  backend:
                    service:
                      name: @api
                      port:
                        name: http
          """,
          """
          apiVersion: apps/v1
          kind: Deployment
          metadata:
            name: @web
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @web
              app.kubernetes.io/part-of: shop
          spec:
            replicas: 2
            selector:
              matchLabels:
                app.kubernetes.io/name: @web
            template:
              metadata:
                labels:
                  app.kubernetes.io/name: @web
              spec:
                automountServiceAccountToken: false
                containers:
                - name: web
                  image: registry.example.com/@web:${IMAGE_TAG}
                  command: ["node", "server.js"]
                  env:
                  - name: API_URL
                    value: http://@api
                  - name: VERSION
                    value: ${IMAGE_TAG}
                  - name: POD_NAME
                    valueFrom:
                      fieldRef:
                        fieldPath: metadata.name
                  ports:
                  - name: http
                    containerPort: 3000
                  readinessProbe:
                    httpGet:
                      path: /healthz
                      port: http
                  resources:
                    requests:
                      cpu: 50m
                      memory: 128Mi
                    limits:
                      memory: 256Mi
                  securityContext:
                    runAsNonRoot: true
                    allowPrivilegeEscalation: false
                    capabilities:
                      drop: ["ALL"]
                  volumeMounts:
                  - name: nginx
                    mountPath: /etc/nginx/conf.d
                    readOnly: true
                affinity:
                  podAntiAffinity:
                    preferredDuringSchedulingIgnoredDuringExecution:
                    - weight: 100
                      podAffinityTerm:
                        topologyKey: kubernetes.io/hostname
                        labelSelector:
                          matchLabels:
                            app.kubernetes.io/name: @web
                volumes:
                - name: nginx
                  configMap:
                    name: @web-nginx
          """,
          """
          apiVersion: v1
          kind: Service
          metadata:
            name: @web
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @web
              app.kubernetes.io/part-of: shop
          spec:
            selector:
              app.kubernetes.io/name: @web
            ports:
            - name: http
              port: 80
              targetPort: http
          """,
          """
          apiVersion: v1
          kind: ConfigMap
          metadata:
            name: @web-nginx
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @web
              app.kubernetes.io/part-of: shop
          data:
            default.conf: |
              server {
                listen 3000;
                server_name @web.example.com;
                location / {
                  root /usr/share/nginx/html;
                  try_files $uri $uri/ /index.html;
                }
                location /api/ {
                  proxy_pass http://@api;
                  proxy_set_header Host $host;
                  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                }
              }
          """,
          """
          apiVersion: policy/v1
          kind: PodDisruptionBudget
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          spec:
            maxUnavailable: 1
            selector:
              matchLabels:
                app.kubernetes.io/name: @api
                app.kubernetes.io/component: service
          """,
          """
          apiVersion: batch/v1
          kind: CronJob
          metadata:
            name: @api-report
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api-report
              app.kubernetes.io/part-of: shop
          spec:
            schedule: "15 3 * * *"
            concurrencyPolicy: Forbid
            jobTemplate:
              spec:
                backoffLimit: 1
                template:
                  metadata:
                    labels:
                      app.kubernetes.io/name: @api-report
                  spec:
                    restartPolicy: Never
                    automountServiceAccountToken: false
                    containers:
                    - name: report
                      image: registry.example.com/reports:${IMAGE_TAG}
                      command: ["node", "report.js", "--service=@api"]
                      resources:
                        requests:
                          cpu: 50m
                          memory: 128Mi
                        limits:
                          memory: 256Mi
          """,
          """
          apiVersion: networking.k8s.io/v1
          kind: NetworkPolicy
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
          spec:
            podSelector:
              matchLabels:
                app.kubernetes.io/name: @api
                app.kubernetes.io/component: service
            policyTypes:
            - Ingress
            ingress:
            - from:
              - podSelector:
                  matchLabels:
                    app.kubernetes.io/name: @web
              ports:
              - port: http
          """,
          """
          apiVersion: monitoring.coreos.com/v1
          kind: ServiceMonitor
          metadata:
            name: @api
            namespace: @namespace
            labels:
              app.kubernetes.io/name: @api
              app.kubernetes.io/part-of: shop
              release: prometheus
          spec:
            selector:
              matchLabels:
                app.kubernetes.io/name: @api
            endpoints:
            - port: http
              path: /metrics
              interval: 30s
          """);

  private Inputs() {}

  public static void main(String[] args) throws IOException {
    boolean counted = args.length == 2 && args[1].matches("[1-9][0-9]{0,6}");
    int number = counted ? Integer.parseInt(args[1]) : 0;
    String kind = number > 0 ? args[0] : "";
    if (!List.of("items", "documents", "services", "bare", "configmap").contains(kind)) {
      System.err.print(USAGE);
      System.exit(2);
    }
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    out.print(
        switch (kind) {
          case "items" -> items(number);
          case "documents" -> documents(number);
          case "services" -> services(number);
          case "bare" -> bare(number);
          default -> configMap(number);
        });
    out.flush();
    if (out.checkError()) {
      throw new IOException("stdout cannot be written");
    }
  }

  /** A ResourceList of so many resources as kpt sends it; of six, one service and its migration. */
  public static String items(int number) {
    return resourceList(mixed(number));
  }

  /** The same resources as a stream of documents. */
  public static String documents(int number) {
    StringBuilder stream = new StringBuilder();
    for (String resource : mixed(number)) {
      stream.append(stream.isEmpty() ? "" : "---\n").append(resource);
    }
    return stream.toString();
  }

  /** A ResourceList of so many services with a migration each, all in one namespace. */
  public static String services(int number) {
    return inOneNamespace(MIGRATED, number);
  }

  /** The same before anything was done for the migrations. */
  public static String bare(int number) {
    return inOneNamespace(BARE, number);
  }

  private static String inOneNamespace(List<String> templates, int number) {
    List<String> resources = new ArrayList<>();
    resources.add(VARIABLES);
    for (int i = 0; i < number; i++) {
      for (String template : templates) {
        resources.add(fill(template, i, "shop"));
      }
    }
    return resourceList(resources);
  }

  /** A document: one ConfigMap of so many million bytes, in lines of 80. */
  public static String configMap(int megabytes) {
    StringBuilder text = new StringBuilder(VARIABLES);
    text.append("---\napiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: dump\ndata:\n");
    text.append("  dump.sql: |\n");
    for (int i = 0; i < megabytes * 12_500; i++) {
      String line =
          "    INSERT INTO orders VALUES (" + i + ", 'the customer: #" + i * 7L + "', NULL);";
      text.append(line).append(" --").append("-".repeat(76 - line.length())).append('\n');
    }
    return text.toString();
  }

  private static List<String> mixed(int number) {
    List<String> resources = new ArrayList<>(number);
    resources.add(VARIABLES);
    for (int service = 0; resources.size() < number; service++) {
      String namespace = String.format("team-%04d", service);
      for (String template : MIGRATED) {
        resources.add(fill(template, service, namespace));
      }
      for (String template : AROUND) {
        resources.add(fill(template, service, namespace));
      }
    }
    return resources.subList(0, number);
  }

  private static String fill(String template, int service, String namespace) {
    String number = String.format("%04d", service);
    return template
        .replace("@namespace", namespace)
        .replace("@api", "api-" + number)
        .replace("@web", "web-" + number);
  }

  private static String resourceList(List<String> resources) {
    StringBuilder list = new StringBuilder();
    list.append("apiVersion: config.kubernetes.io/v1\nkind: ResourceList\nitems:\n");
    for (int i = 0; i < resources.size(); i++) {
      String dash = "- ";
      for (String line : withPath(resources.get(i), i).split("\n")) {
        list.append(dash).append(line).append('\n');
        dash = "  ";
      }
    }
    return list.toString();
  }

  /** With the annotations by which kpt knows the file of a resource. */
  private static String withPath(String resource, int index) {
    String annotations =
        """
            config.kubernetes.io/index: '0'
            config.kubernetes.io/path: 'resource-@.yaml'
            internal.config.kubernetes.io/index: '0'
            internal.config.kubernetes.io/path: 'resource-@.yaml'
            internal.config.kubernetes.io/seqindent: 'compact'
        """
            .replace("@", String.format("%05d", index));
    String header = "\n  annotations:\n";
    int own = resource.indexOf(header);
    if (own >= 0) {
      return resource.substring(0, own + header.length())
          + annotations
          + resource.substring(own + header.length());
    }
    int behind = resource.indexOf("\nmetadata:\n") + 1;
    do {
      behind = resource.indexOf('\n', behind) + 1;
    } while (resource.startsWith(" ", behind));
    return resource.substring(0, behind)
        + "  annotations:\n"
        + annotations
        + resource.substring(behind);
  }
}
