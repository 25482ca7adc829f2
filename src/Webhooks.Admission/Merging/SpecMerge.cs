using Webhooks.Admission.Bookkeeping;
using Webhooks.Admission.Pods;
using Webhooks.Resources.Json;

namespace Webhooks.Admission.Merging;

/// <summary>Adds what a template says of the pod as a whole: all fields of its PodSpec but the containers.</summary>
internal sealed class SpecMerge(
    MergeRun run, MergeTarget spec, MemberMerge members, JsonValue volumeClaims, MergedTemplates templates)
{
    private const string Volumes = "volumes";
    private const string Claims = "resourceClaims";
    private const string SharedProcesses = "shareProcessNamespace";

    private static readonly ShapeField[] Fields =
    [
        .. ((string[])
        [
            Volumes, "imagePullSecrets", "hostAliases", "tolerations", "readinessGates", "nodeSelector", "dnsConfig", "securityContext",
            SharedProcesses, GraceMerge.Field, "topologySpreadConstraints", Claims,
        ]).Select(name => PodShapes.PodSpec.Find(name)!),
    ];

    /// <summary>Adds the fields, always in the same order.</summary>
    public void Merge(JsonValue content)
    {
        foreach (ShapeField field in Fields)
        {
            JsonValue value = content[field.Utf8];
            if (!StoredForm.IsAbsent(value, field.Shape))
            {
                Merge(field, value);
            }
        }
    }

    private void Merge(ShapeField field, JsonValue value)
    {
        switch (field.Name)
        {
            case Volumes:
                MergeSources(field, value, "volume");
                break;
            case Claims:
                MergeSources(field, value, "claim");
                break;
            case SharedProcesses when value.Kind == JsonKind.True && spec.Draft!.FindSource("hostPID").Kind == JsonKind.True
                && spec.Draft.Find(SharedProcesses) is null or { Kind: JsonKind.Null }:
                run.Collide(SharedProcesses, "the pod has hostPID");
                break;
            case GraceMerge.Field:
                new GraceMerge(run, spec, members, templates).Merge(value);
                break;
            default:
                members.MergeMember(spec, field.Name, value, field.Shape);
                break;
        }
    }

    /// <summary>Adds items that are used by name, so that one of the same name with another source is in the way.</summary>
    private void MergeSources(ShapeField field, JsonValue sources, string noun)
    {
        MergeTarget target = spec.Child(field.Name, JsonKind.Array);
        JsonCursor items = new(sources);
        while (items.MoveNext())
        {
            string path = ItemPath.Item(target.Path, items.Value, field.Shape);
            JsonValue standing = MemberMerge.FindItem(target.Draft, items.Value, field.Shape);
            if (!standing.IsMissing)
            {
                bool isSame = StoredForm.Contains(standing, items.Value, field.Shape.Item!);
                if (!run.Share(path, isSame) && !isSame)
                {
                    run.Collide(path, $"the workload has another {noun} of that name");
                }
            }
            else if (field.Name == Volumes && IsClaimed(items.Value["name"u8]))
            {
                run.Collide(path, "a volumeClaimTemplate has that name");
            }
            else
            {
                members.Append(target, path, items.Value);
            }
        }
    }

    private bool IsClaimed(JsonValue name)
    {
        JsonCursor claims = new(volumeClaims);
        while (claims.MoveNext())
        {
            if (JsonEquality.AreEqual(claims.Value["metadata"u8]["name"u8], name))
            {
                return true;
            }
        }

        return false;
    }
}
