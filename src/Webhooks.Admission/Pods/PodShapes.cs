using static Webhooks.Admission.Pods.Shape;

namespace Webhooks.Admission.Pods;

/// <summary>
/// The one table of what a pod template holds: types, list-map keys, dropped zero values and defaults of the
/// fields that templates bring. Source: the published OpenAPI of Kubernetes 1.36 and, for what it leaves out
/// (defaults, pointers), pkg/apis/core/v1/defaults.go and api/core/v1/types.go.
/// </summary>
internal static class PodShapes
{
    private static readonly Shape Texts = List(Text).Atomic();
    private static readonly Shape Quantities = Map(Quantity);

    private static readonly Shape KeyOfObject = Object(("name", Text), ("key", Text), ("optional", Flag.Pointer()));

    public static readonly Shape Env = Object(
        ("name", Text),
        ("value", Text),
        ("valueFrom", Object(
            ("fieldRef", DownwardShapes.ObjectField),
            ("resourceFieldRef", DownwardShapes.ResourceField),
            ("configMapKeyRef", KeyOfObject),
            ("secretKeyRef", KeyOfObject),
            ("fileKeyRef", Object(
                ("volumeName", Text), ("path", Text), ("key", Text), ("optional", Flag.Pointer().WithDefault("false"))))))).Atomic();

    private static readonly Shape EnvSource = Object(("name", Text), ("optional", Flag.Pointer()));

    private static readonly Shape EnvFrom = Object(
        ("prefix", Text), ("configMapRef", EnvSource), ("secretRef", EnvSource)).Atomic();

    public static readonly Shape ContainerPort = Object(
        ("name", Text),
        ("hostPort", Number),
        ("containerPort", Number),
        ("protocol", Text.WithDefault("\"TCP\"")),
        ("hostIP", Text)).Atomic();

    public static readonly Shape VolumeMount = Object(
        ("name", Text),
        ("readOnly", Flag),
        ("recursiveReadOnly", Text.Pointer()),
        ("mountPath", Text),
        ("subPath", Text),
        ("mountPropagation", Text.Pointer()),
        ("subPathExpr", Text)).Atomic();

    private static readonly Shape HttpGet = Object(
        ("path", Text.WithDefault("\"/\"")),
        ("port", Port),
        ("host", Text),
        ("scheme", Text.WithDefault("\"HTTP\"")),
        ("httpHeaders", List(Object(("name", Text), ("value", Text))).Atomic()));

    private static readonly Shape Exec = Object(("command", Texts));
    private static readonly Shape TcpSocket = Object(("port", Port), ("host", Text));

    private static readonly Shape Probe = Object(
        ("exec", Exec),
        ("httpGet", HttpGet),
        ("tcpSocket", TcpSocket),
        ("grpc", Object(("port", Number), ("service", Text.Pointer().WithDefault("\"\"")))),
        ("initialDelaySeconds", Number),
        ("timeoutSeconds", Number.WithDefault("1")),
        ("periodSeconds", Number.WithDefault("10")),
        ("successThreshold", Number.WithDefault("1")),
        ("failureThreshold", Number.WithDefault("3")),
        ("terminationGracePeriodSeconds", Number.Pointer())).Atomic();

    private static readonly Shape Handler = Object(
        ("exec", Exec), ("httpGet", HttpGet), ("tcpSocket", TcpSocket), ("sleep", Object(("seconds", Number)))).Atomic();

    private static readonly Shape Profile = Object(("type", Text), ("localhostProfile", Text.Pointer())).Atomic();

    private static readonly Shape SELinuxOptions = Object(("user", Text), ("role", Text), ("type", Text), ("level", Text));

    private static readonly Shape WindowsOptions = Object(
        ("gmsaCredentialSpecName", Text.Pointer()),
        ("gmsaCredentialSpec", Text.Pointer()),
        ("runAsUserName", Text.Pointer()),
        ("hostProcess", Flag.Pointer()));

    private static readonly Shape SecurityContext = Object(
        ("capabilities", Object(("add", Texts), ("drop", Texts))),
        ("privileged", Flag.Pointer()),
        ("seLinuxOptions", SELinuxOptions),
        ("windowsOptions", WindowsOptions),
        ("runAsUser", Number.Pointer()),
        ("runAsGroup", Number.Pointer()),
        ("runAsNonRoot", Flag.Pointer()),
        ("readOnlyRootFilesystem", Flag.Pointer()),
        ("allowPrivilegeEscalation", Flag.Pointer()),
        ("procMount", Text.Pointer()),
        ("seccompProfile", Profile),
        ("appArmorProfile", Profile));

    public static readonly Shape Container = Object(
        ("name", Text),
        ("image", Text),
        ("command", Texts),
        ("args", Texts),
        ("workingDir", Text),
        ("ports", List(ContainerPort, "containerPort", "protocol")),
        ("envFrom", List(EnvFrom).Union()),
        ("env", List(Env, "name")),
        ("resources", Object(
            ("limits", Quantities),
            ("requests", Quantities),
            ("claims", List(Object(("name", Text), ("request", Text)), "name"))).Atomic()),
        ("resizePolicy", List(Object(("resourceName", Text), ("restartPolicy", Text))).Atomic()),
        ("restartPolicy", Text.Pointer()),
        ("restartPolicyRules", List(Object(
            ("action", Text), ("exitCodes", Object(("operator", Text), ("values", List(Number).Atomic()))))).Atomic()),
        ("volumeMounts", List(VolumeMount, "mountPath")),
        ("volumeDevices", List(Object(("name", Text), ("devicePath", Text)).Atomic(), "devicePath")),
        ("livenessProbe", Probe),
        ("readinessProbe", Probe),
        ("startupProbe", Probe),
        ("lifecycle", Object(("postStart", Handler), ("preStop", Handler), ("stopSignal", Text.Pointer()))),
        ("terminationMessagePath", Text.WithDefault("\"/dev/termination-log\"")),
        ("terminationMessagePolicy", Text.WithDefault("\"File\"")),
        ("imagePullPolicy", Text),
        ("securityContext", SecurityContext),
        ("stdin", Flag),
        ("stdinOnce", Flag),
        ("tty", Flag));

    private static readonly Shape PodSecurityContext = Object(
        ("seLinuxOptions", SELinuxOptions),
        ("windowsOptions", WindowsOptions),
        ("runAsUser", Number.Pointer()),
        ("runAsGroup", Number.Pointer()),
        ("runAsNonRoot", Flag.Pointer()),
        ("supplementalGroups", List(Number).Atomic()),
        ("supplementalGroupsPolicy", Text.Pointer()),
        ("fsGroup", Number.Pointer()),
        ("sysctls", List(Object(("name", Text), ("value", Text))).Atomic()),
        ("fsGroupChangePolicy", Text.Pointer()),
        ("seccompProfile", Profile),
        ("appArmorProfile", Profile),
        ("seLinuxChangePolicy", Text.Pointer()));

    private static readonly Shape Toleration = Object(
        ("key", Text), ("operator", Text), ("value", Text), ("effect", Text), ("tolerationSeconds", Number.Pointer()));

    private static readonly Shape SpreadConstraint = Object(
        ("maxSkew", Number),
        ("topologyKey", Text),
        ("whenUnsatisfiable", Text),
        ("labelSelector", VolumeShapes.LabelSelector),
        ("minDomains", Number.Pointer()),
        ("nodeAffinityPolicy", Text.Pointer()),
        ("nodeTaintsPolicy", Text.Pointer()),
        ("matchLabelKeys", Texts)).Atomic();

    /// <summary>The fields of a PodSpec that templates bring, now or soon.</summary>
    public static readonly Shape PodSpec = Object(
        ("initContainers", List(Container, "name")),
        ("containers", List(Container, "name")),
        ("volumes", List(VolumeShapes.Volume, "name")),
        ("imagePullSecrets", List(Object(("name", Text)), "name")),
        ("hostAliases", List(Object(("ip", Text), ("hostnames", Texts)).Atomic(), "ip")),
        ("tolerations", List(Toleration).Union()),
        ("readinessGates", List(Object(("conditionType", Text))).Union()),
        ("nodeSelector", Map(Text.Pointer())),
        ("dnsConfig", Object(
            ("nameservers", Texts), ("searches", Texts), ("options", List(Object(("name", Text), ("value", Text.Pointer()))).Atomic()))),
        ("securityContext", PodSecurityContext),
        ("shareProcessNamespace", Flag.Pointer()),
        ("terminationGracePeriodSeconds", Number.Pointer().WithDefault("30")),
        ("topologySpreadConstraints", List(SpreadConstraint, "topologyKey", "whenUnsatisfiable")),
        ("resourceClaims", List(
            Object(("name", Text), ("resourceClaimName", Text.Pointer()), ("resourceClaimTemplateName", Text.Pointer())).Atomic(), "name")));

    /// <summary>The fields of a PodSpec that a template may bring today.</summary>
    public static readonly string[] Brought = ["initContainers", "containers", "volumes", "imagePullSecrets"];

    /// <summary>The part of a pod template's metadata that a template may bring.</summary>
    public static readonly Shape Metadata = Object(("labels", Map(Text.Pointer())), ("annotations", Map(Text.Pointer())));
}
