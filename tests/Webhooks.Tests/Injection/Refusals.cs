using Webhooks.Admission.Injection;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Templates;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;

namespace Webhooks.Tests.Injection;

/// <summary>A way to make of any case one that must not be touched.</summary>
/// <param name="Name">What it is called in a failure.</param>
/// <param name="Decide">Decides about the case made so.</param>
internal sealed record Refusals(string Name, Func<InjectionCase, TemplateSet, InjectionDecision> Decide)
{
    public static IEnumerable<Refusals> Of(InjectionCase one)
    {
        yield return new("injection: \"false\" on the object", (other, templates) => Set(other, templates, [], "annotations", InjectionOptions.Default.Annotations.Injection, "\"false\""));
        yield return new("injection: \"0\" on the pod template", (other, templates) => Set(other, templates, other.PathOfPod, "annotations", InjectionOptions.Default.Annotations.Injection, "\"0\""));
        yield return new("being deleted", (other, templates) => Set(other, templates, [], null, "deletionTimestamp", "\"2017-08-24T00:00:00Z\""));
        if (one.Request.Kind.Kind == "Pod")
        {
            yield return new("a mirror pod", (other, templates) => Set(other, templates, [], "annotations", "kubernetes.io/config.mirror", "\"x\""));
        }

        foreach (string excluded in InjectionOptions.Default.ExcludedNamespaces.Append(InjectionOptions.Default.OwnNamespace))
        {
            yield return With($"in {excluded}", request => request with { Namespace = excluded });
        }

        yield return With("a subresource", request => request with { SubResource = "scale" });
        yield return With("a DELETE", request => request with { Operation = AdmissionOperation.Delete, OldObject = request.Object, Object = default });
        yield return With("a CONNECT", request => request with { Operation = AdmissionOperation.Connect });
        yield return With("another kind", request => request with { Kind = new GroupVersionKind("apps", "v1", "ReplicaSet") });
    }

    private static Refusals With(string name, Func<AdmissionRequest, AdmissionRequest> change) =>
        new(name, (other, templates) => other.Decide(change(other.Request), templates));

    /// <summary>Sets a member of metadata, or of a map in it.</summary>
    private static InjectionDecision Set(InjectionCase one, TemplateSet templates, string[] path, string? map, string name, string value)
    {
        JsonDraft root = new(JsonTree.Parse(one.Workload).Root);
        JsonDraft owner = Object(path.Aggregate(root, (draft, member) => draft.Find(member)!), "metadata");
        (map == null ? owner : Object(owner, map)).Set(name, new JsonDraft(JsonTree.Parse(value).Root));
        InjectionCase changed = one with { Workload = root.Freeze().ToString() };
        return changed.Decide(changed.Request, templates);
    }

    private static JsonDraft Object(JsonDraft parent, string name)
    {
        if (parent.Find(name) is not { Kind: JsonKind.Object } found)
        {
            found = JsonDraft.EmptyObject();
            parent.Set(name, found);
        }

        return found;
    }
}
