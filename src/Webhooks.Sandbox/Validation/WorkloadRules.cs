using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Objects;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Sandbox.Validation;

/// <summary>Rules of the kinds that keep pods. Source: <c>pkg/apis/apps/validation</c>.</summary>
internal static class WorkloadRules
{
    private const string FixedStatefulSet =
        "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', 'revisionHistoryLimit', " +
        "'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden";

    private static readonly string[] Changeable =
        ["replicas", "ordinals", "template", "updateStrategy", "revisionHistoryLimit", "persistentVolumeClaimRetentionPolicy", "minReadySeconds"];

    private static readonly string[] StrategyTypes = ["Recreate", "RollingUpdate"];

    /// <summary>The rules of Deployments.</summary>
    public static KindRules OfDeployment { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = Deployment,
        Update = (value, old, causes) =>
        {
            Deployment(value, causes);
            Selector(value, old, causes);
        },
    };

    /// <summary>The rules of ReplicaSets.</summary>
    public static KindRules OfReplicaSet { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = ReplicaSet,
        Update = (value, old, causes) =>
        {
            ReplicaSet(value, causes);
            Selector(value, old, causes);
        },
    };

    /// <summary>The rules of StatefulSets.</summary>
    public static KindRules OfStatefulSet { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = StatefulSet,
        Update = (value, old, causes) =>
        {
            JsonDraft spec = new(value["spec"u8]);
            foreach (string member in Changeable)
            {
                spec.SetOrRemove(member, old["spec"u8][member]);
            }

            if (!JsonEquality.AreEqual(spec, old["spec"u8]))
            {
                causes.Add(FieldError.Forbidden("spec", FixedStatefulSet));
            }
        },
    };

    /// <summary>The rules of DaemonSets.</summary>
    public static KindRules OfDaemonSet { get; } = new()
    {
        UpdateRepeatsCreate = false,
        Create = DaemonSet,
        Update = (value, old, causes) =>
        {
            DaemonSet(value, causes);
            Selector(value, old, causes);
        },
    };

    private static void Deployment(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        SelectorAndTemplate(spec, "empty selector is invalid for deployment", causes);
        FieldRules.OneOf(spec["strategy"u8]["type"u8], "spec.strategy.type", StrategyTypes, causes);
        if (spec["strategy"u8]["type"u8].AsString() == "Recreate" && !spec["strategy"u8]["rollingUpdate"u8].IsAbsent)
        {
            causes.Add(FieldError.Forbidden("spec.strategy.rollingUpdate", "may not be specified when strategy `type` is 'Recreate'"));
        }

        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
        FieldRules.NonNegative(spec["revisionHistoryLimit"u8], "spec.revisionHistoryLimit", causes);
        FieldRules.NonNegative(spec["progressDeadlineSeconds"u8], "spec.progressDeadlineSeconds", causes);
        long ready = Numbers.Of(spec["minReadySeconds"u8]);
        if (spec["progressDeadlineSeconds"u8].TryGetInt64(out long deadline) && deadline <= ready)
        {
            causes.Add(FieldError.Invalid("spec.progressDeadlineSeconds", deadline, "must be greater than minReadySeconds"));
        }
    }

    private static void ReplicaSet(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
        SelectorAndTemplate(spec, "empty selector is invalid for deployment", causes);
    }

    private static void StatefulSet(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        SelectorAndTemplate(spec, "empty selector is invalid for statefulset", causes);
    }

    private static void DaemonSet(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        SelectorAndTemplate(spec, "empty selector is invalid for daemonset", causes);
        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
    }

    private static void SelectorAndTemplate(JsonValue spec, string emptySelector, List<StatusCause> causes)
    {
        JsonValue selector = spec["selector"u8];
        JsonValue template = spec["template"u8];
        LabelSelector? read = null;
        if (selector.IsAbsent)
        {
            causes.Add(FieldError.Required("spec.selector"));
        }
        else
        {
            read = LabelSelector.Read(selector, "spec.selector", out var problems);
            causes.AddRange(problems);
            if (selector["matchLabels"u8].Count + selector["matchExpressions"u8].Count == 0)
            {
                causes.Add(FieldError.Invalid("spec.selector", BadValue.Json(selector.ToString()), emptySelector));
            }
        }

        JsonValue labels = template["metadata"u8]["labels"u8];
        if (read is { IsEmpty: false } && !read.Matches(labels))
        {
            causes.Add(FieldError.Invalid("spec.template.metadata.labels", FieldRules.Shown(labels), "`selector` does not match template `labels`"));
        }

        causes.AddRange(ObjectMetaRules.Labels(labels, "spec.template.labels"));
        causes.AddRange(ObjectMetaRules.Annotations(template["metadata"u8]["annotations"u8], "spec.template.annotations"));
        PodRules.Spec(template["spec"u8], "spec.template.spec", causes);
        if (template["spec"u8]["ephemeralContainers"u8].Count > 0)
        {
            causes.Add(FieldError.Forbidden("spec.template.spec.ephemeralContainers", "ephemeral containers not allowed in pod template"));
        }

        FieldRules.OneOf(template["spec"u8]["restartPolicy"u8], "spec.template.spec.restartPolicy", ["Always"], causes);
    }

    private static void Selector(JsonValue value, JsonValue old, List<StatusCause> causes) =>
        FieldRules.Immutable(value["spec"u8]["selector"u8], old["spec"u8]["selector"u8], "spec.selector", causes);
}
