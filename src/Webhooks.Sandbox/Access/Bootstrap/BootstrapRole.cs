using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Bootstrap;

/// <summary>A ClusterRole that every cluster starts with.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Rules">Its rules; none for one that aggregates.</param>
internal sealed record BootstrapRole(string Name, params ImmutableArray<PolicyRule> Rules)
{
    private const string AggregationLabel = "rbac.authorization.k8s.io/aggregate-to-";

    /// <summary>The aggregating role that it is a part of; <c>null</c> for none.</summary>
    public string? PartOf { get; init; }

    /// <summary>Whether it is made of the roles that are <see cref="PartOf"/> it.</summary>
    public bool Aggregates { get; init; }

    /// <summary>The object; an aggregating role has no rules yet.</summary>
    public JsonValue ToObject() => JsonLists.Document(writer =>
    {
        writer.StartObject();
        writer.WriteText("kind", "ClusterRole");
        writer.WriteText("apiVersion", $"{SystemNames.RbacGroup}/v1");
        BootstrapMetadata.Write(writer, Name, PartOf == null ? null : AggregationLabel + PartOf);
        writer.WriteName("rules");
        RoleAggregation.WriteRules(writer, Rules);
        if (Aggregates)
        {
            writer.WriteName("aggregationRule");
            WriteAggregation(writer);
        }

        writer.EndObject();
    });

    private void WriteAggregation(JsonWriter writer)
    {
        writer.StartObject();
        writer.WriteName("clusterRoleSelectors");
        writer.StartArray();
        writer.StartObject();
        writer.WriteName("matchLabels");
        writer.StartObject();
        writer.WriteText(AggregationLabel + Name, "true");
        writer.EndObject();
        writer.EndObject();
        writer.EndArray();
        writer.EndObject();
    }
}
