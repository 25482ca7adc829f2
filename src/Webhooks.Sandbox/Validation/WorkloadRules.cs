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
        StatusUpdate = WorkloadStatusRules.OfDeployment,
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
        StatusUpdate = WorkloadStatusRules.OfReplicaSet,
    };

    /// <summary>The rules of StatefulSets, whose names begin their pods' host names.</summary>
    public static KindRules OfStatefulSet { get; } = new()
    {
        Name = NameRules.Label,
        UpdateRepeatsCreate = false,
        Create = StatefulSet,
        Update = (value, old, causes) =>
        {
            StatefulSet(value, causes);
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
        StatusUpdate = WorkloadStatusRules.OfStatefulSet,
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
        StatusUpdate = WorkloadStatusRules.OfDaemonSet,
    };

    /// <summary>Looks at the template of pods.</summary>
    public static void Template(JsonValue template, string field, List<StatusCause> causes)
    {
        causes.AddRange(ObjectMetaRules.Labels(template["metadata"u8]["labels"u8], field + ".labels"));
        causes.AddRange(ObjectMetaRules.Annotations(template["metadata"u8]["annotations"u8], field + ".annotations"));
        PodRules.Spec(template["spec"u8], field + ".spec", causes);
        if (template["spec"u8]["ephemeralContainers"u8].Count > 0)
        {
            causes.Add(FieldError.Forbidden(field + ".spec.ephemeralContainers", "ephemeral containers not allowed in pod template"));
        }
    }

    /// <summary>Pods that are kept start anew whenever they end, and end at no time.</summary>
    /// <param name="spec">The <c>spec</c> of the template.</param>
    /// <param name="kind">The kind that refuses a deadline.</param>
    /// <param name="causes">Gets what is wrong.</param>
    public static void RunsForever(JsonValue spec, string kind, List<StatusCause> causes)
    {
        FieldRules.OneOf(spec["restartPolicy"u8], "spec.template.spec.restartPolicy", ["Always"], causes);
        if (!spec["activeDeadlineSeconds"u8].IsAbsent)
        {
            causes.Add(FieldError.Forbidden("spec.template.spec.activeDeadlineSeconds", $"activeDeadlineSeconds in {kind} is not Supported"));
        }
    }

    private static void Deployment(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        NonEmptySelector(spec["selector"u8], "deployment", causes);
        SelectedTemplate(spec, "ReplicaSet", causes);
        RolloutRules.OfDeployment(spec["strategy"u8], causes);
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
        NonEmptySelector(spec["selector"u8], "deployment", causes);
        SelectedTemplate(spec, "ReplicaSet", causes);
    }

    private static void StatefulSet(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        RolloutRules.OfStatefulSet(spec["updateStrategy"u8], causes);
        foreach (string member in new[] { "whenDeleted", "whenScaled" })
        {
            FieldRules.OneOf(
                spec["persistentVolumeClaimRetentionPolicy"u8][member], $"spec.persistentVolumeClaimRetentionPolicy.{member}", ["Retain", "Delete"], causes);
        }

        FieldRules.NonNegative(spec["replicas"u8], "spec.replicas", causes);
        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
        FieldRules.NonNegative(spec["ordinals"u8]["start"u8], "spec.ordinals.start", causes);
        NonEmptySelector(spec["selector"u8], "statefulset", causes);
        SelectedTemplate(spec, "StatefulSet", causes);
    }

    /// <summary>A DaemonSet without a selector is refused for that it does not fit its template.</summary>
    private static void DaemonSet(JsonValue value, List<StatusCause> causes)
    {
        JsonValue spec = value["spec"u8];
        if (!spec["selector"u8].IsAbsent)
        {
            NonEmptySelector(spec["selector"u8], "daemonset", causes);
        }

        SelectedTemplate(spec, "DaemonSet", causes);
        FieldRules.NonNegative(spec["minReadySeconds"u8], "spec.minReadySeconds", causes);
        RolloutRules.OfDaemonSet(spec["updateStrategy"u8], causes);
        FieldRules.NonNegative(spec["revisionHistoryLimit"u8], "spec.revisionHistoryLimit", causes);
    }

    private static void NonEmptySelector(JsonValue selector, string kind, List<StatusCause> causes)
    {
        if (selector.IsAbsent)
        {
            causes.Add(FieldError.Required("spec.selector"));
            return;
        }

        LabelSelector.Read(selector, "spec.selector", out var problems);
        causes.AddRange(problems);
        if (selector["matchLabels"u8].Count + selector["matchExpressions"u8].Count == 0)
        {
            causes.Add(FieldError.Invalid("spec.selector", BadValue.Json(selector.ToString()), $"empty selector is invalid for {kind}"));
        }
    }

    /// <summary>A selector must select the template's pods; none selects none.</summary>
    private static void SelectedTemplate(JsonValue spec, string kind, List<StatusCause> causes)
    {
        JsonValue labels = spec["template"u8]["metadata"u8]["labels"u8];
        if (spec["selector"u8].IsAbsent || LabelSelector.Read(spec["selector"u8], "spec.selector", out _)?.Matches(labels) == false)
        {
            causes.Add(FieldError.Invalid("spec.template.metadata.labels", FixedField.Show(labels), "`selector` does not match template `labels`"));
        }

        Template(spec["template"u8], "spec.template", causes);
        RunsForever(spec["template"u8]["spec"u8], kind, causes);
    }

    private static void Selector(JsonValue value, JsonValue old, List<StatusCause> causes) =>
        FixedField.Check(value["spec"u8]["selector"u8], old["spec"u8]["selector"u8], "spec.selector", causes);
}
