namespace Webhooks.Tests.Templates;

/// <summary>Templates as people write them.</summary>
internal static class ValidTemplates
{
    public const string LoggingAgent = """
        injection: {default: true}
        metadata:
          labels: {logging.example.com/agent: "true"}
          annotations: {prometheus.io/port: "2020"}
        initContainers:
        - name: prepare
          image: registry.example.com/prepare:1.0
          command: [sh, -c, "mkdir -p /state"]
          volumeMounts: [{name: state, mountPath: /state}]
        containers:
        - name: logging-agent
          image: registry.example.com/agent@sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
          args: ["--config", /etc/agent/agent.yaml]
          env:
          - name: POD_NAME
            valueFrom: {fieldRef: {fieldPath: metadata.name}}
          - name: CPU
            valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
          - {name: TOKEN, valueFrom: {secretKeyRef: {name: agent, key: token, optional: true}}}
          envFrom: [{prefix: AGENT_, configMapRef: {name: agent}}]
          ports: [{name: metrics, containerPort: 2020}]
          resources: {requests: {cpu: 50m, memory: 64Mi}, limits: {memory: 128Mi}}
          livenessProbe: {httpGet: {path: /healthz, port: metrics}, periodSeconds: 20}
          lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
          securityContext: {allowPrivilegeEscalation: false, capabilities: {drop: [ALL]}, seccompProfile: {type: RuntimeDefault}}
          volumeMounts:
          - {name: config, mountPath: /etc/agent, readOnly: true}
          - {name: state, mountPath: /state, subPath: agent}
          - {name: token, mountPath: /var/run/token, readOnly: true}
        volumes:
        - name: config
          configMap: {name: agent, defaultMode: 0644, items: [{key: agent.yaml, path: agent.yaml}]}
        - name: state
        - name: token
          projected:
            sources: [{serviceAccountToken: {audience: agent, path: token, expirationSeconds: 3600}}]
        imagePullSecrets: [{name: registry}]
        """;

    public const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: cache-initializer
        data:
          config: |
            containers:
            - name: cache
              image: redis:7
              startupProbe: {tcpSocket: {port: 6379}}
              volumeMounts: [{name: cache, mountPath: /data}]
            volumes:
            - name: cache
              emptyDir: {medium: Memory, sizeLimit: 64Mi}
        """;

    public const string Json = """{"containers": [{"name": "a", "image": "i", "securityContext": {"runAsUser": 0}, "ports": [{"containerPort": 80, "protocol": "UDP"}]}]}""";

    public const string Anchors = "containers:\n- &base {name: a, image: i, env: [{name: A, value: \"1\"}]}\n- <<: *base\n  name: b\n";

    /// <summary>Every field that is not of containers or volumes, and every field of the injection block.</summary>
    public const string Placement = """
        injection:
          default: false
          namespaces: [shop, "team-*"]
          order: 10
          position: first
          native: auto
          hostNetwork: skip
          os: linux
          onConflict: deny
          workloadVolumes: [data]
        imagePullSecrets: [{name: registry}]
        hostAliases:
        - {ip: 10.0.0.1, hostnames: [db.example.com, db]}
        tolerations:
        - {key: dedicated, operator: Equal, value: logging, effect: NoSchedule}
        - {key: node.kubernetes.io/unreachable, operator: Exists, effect: NoExecute, tolerationSeconds: 60}
        readinessGates: [{conditionType: example.com/registered}]
        nodeSelector: {kubernetes.io/os: linux, disk: ssd}
        dnsConfig:
          nameservers: [10.96.0.10]
          searches: [example.com, _tcp.example.com.]
          options: [{name: ndots, value: "2"}, {name: edns0}]
        securityContext:
          runAsNonRoot: true
          fsGroup: 2000
          fsGroupChangePolicy: OnRootMismatch
          supplementalGroups: [3000]
          sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]
          seccompProfile: {type: RuntimeDefault}
        shareProcessNamespace: true
        terminationGracePeriodSeconds: 60
        topologySpreadConstraints:
        - maxSkew: 1
          topologyKey: topology.kubernetes.io/zone
          whenUnsatisfiable: DoNotSchedule
          minDomains: 2
          labelSelector: {matchExpressions: [{key: app, operator: Exists}]}
          matchLabelKeys: [pod-template-hash]
        resourceClaims: [{name: gpu, resourceClaimTemplateName: gpu}]
        initContainers:
        - {name: "*", env: [{name: PHASE, value: init}]}
        containers:
        - name: agent
          image: agent:1
          resources: {claims: [{name: gpu}]}
          lifecycle: {preStop: {sleep: {seconds: 60}}}
          volumeMounts: [{name: data, mountPath: /data, readOnly: true}]
        """;

    public const string EveryContainer = """
        containers:
        - name: "*"
          env: [{name: TZ, value: UTC}]
          envFrom: [{configMapRef: {name: site, optional: true}}]
          volumeMounts: [{name: trust, mountPath: /etc/ssl/site, readOnly: true}]
        volumes:
        - name: trust
          configMap: {name: trust}
        """;

    public const string Windows = """
        injection: {os: windows, native: never}
        securityContext: {windowsOptions: {gmsaCredentialSpecName: agent}}
        nodeSelector: {kubernetes.io/os: windows}
        containers:
        - name: agent
          image: agent:1-nanoserver
          securityContext: {runAsNonRoot: true, windowsOptions: {runAsUserName: ContainerUser}}
        """;
}
