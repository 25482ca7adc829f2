using System.Collections.Immutable;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Schemas.Metadata;

namespace Webhooks.Schemas.Definitions;

/// <summary>The resource around a place, and the way there: what a value in its metadata is judged by. Source: <c>SurroundingObjectFunc</c>.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class EnclosingResource
{
    private readonly Schema _schema;

    /// <summary>The innermost step first: the name of a member, or <c>null</c> for the item of a list.</summary>
    private readonly ImmutableStack<string?> _steps;

    private EnclosingResource(Schema schema, ImmutableStack<string?> steps) => (_schema, _steps) = (schema, steps);

    /// <summary>A resource, at its own place.</summary>
    public static EnclosingResource Of(Schema schema) => new(schema, []);

    public EnclosingResource Member(string name) => new(_schema, _steps.Push(name));

    public EnclosingResource Item() => new(_schema, _steps.Push(null));

    /// <summary>What is wrong with the resource that has a value at the place, and nothing else but apiVersion and kind.</summary>
    public IReadOnlyList<StatusCause> ProblemsWith(JsonValue value)
    {
        JsonValue resource = Around(value);
        SchemaReach withResources = new(_schema, one => one.Extensions.IsEmbeddedResource);
        EmbeddedDecoding.Run(resource, _schema, withResources, "", null, out StatusCause? undecodable);
        return undecodable is { } cause ? [cause] : EmbeddedChecks.Run(resource, _schema, withResources, FieldPlace.Root);
    }

    private JsonValue Around(JsonValue value)
    {
        JsonDraft built = new(value);
        foreach (string? step in _steps)
        {
            JsonDraft outer = step == null ? JsonDraft.EmptyArray() : JsonDraft.EmptyObject();
            if (step == null)
            {
                outer.Insert(0, built);
            }
            else
            {
                outer.Set(step, built);
            }

            built = outer;
        }

        foreach ((string name, string word) in (ReadOnlySpan<(string, string)>)[("apiVersion", "\"validation/v1\""), ("kind", "\"Validation\"")])
        {
            if (built.Find(name) == null)
            {
                built.Set(name, new JsonDraft(JsonTree.Parse(word).Root));
            }
        }

        return built.Freeze(JsonPolicy.Server);
    }
}
