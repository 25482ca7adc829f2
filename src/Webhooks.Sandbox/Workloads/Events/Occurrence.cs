using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;

namespace Webhooks.Sandbox.Workloads.Events;

/// <summary>Something that a component did to an object, or could not do, and tells people of.</summary>
/// <param name="Component">Who: <c>deployment-controller</c>.</param>
/// <param name="Resource">What kind of object it is about.</param>
/// <param name="About">The object.</param>
/// <param name="Reason">What, in one word: <c>ScalingReplicaSet</c>.</param>
/// <param name="Message">What, for people.</param>
internal sealed record Occurrence(string Component, ApiResource Resource, JsonValue About, string Reason, string Message)
{
    /// <summary>Whether something is wrong.</summary>
    public bool IsWarning { get; init; }

    /// <summary>On which node; empty for none.</summary>
    public string Host { get; init; } = "";

    /// <summary>Which part of the object it is about: <c>spec.containers{web}</c>; empty for the whole.</summary>
    public string FieldPath { get; init; } = "";

    /// <summary>The type of its Event.</summary>
    public string Type => IsWarning ? "Warning" : "Normal";

    /// <summary>The object's namespace; <c>default</c> for one that has none.</summary>
    public string Namespace => About["metadata"u8]["namespace"u8].AsString() ?? "default";

    /// <summary>The object's name.</summary>
    public string Name => About["metadata"u8]["name"u8].GetString();

    /// <summary>What all occurrences share that differ in their message alone.</summary>
    public string Similar =>
        string.Join('\n', Component, Host, Resource.Kind, Namespace, Name, About["metadata"u8]["uid"u8].AsString(), FieldPath, Type, Reason);
}
