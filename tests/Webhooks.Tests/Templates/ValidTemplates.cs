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
}
