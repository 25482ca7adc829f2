using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;

namespace Webhooks.Sandbox.OpenApi;

/// <summary>Writes paths and their operations in one of the two dialects.</summary>
internal sealed class OperationWriter(OpenApiDialect dialect, JsonWriter writer)
{
    private static readonly string[] Order = ["get", "put", "post", "delete", "options", "head", "patch"];
    private static readonly string[] Media = ["application/json", "application/yaml"];

    private static readonly string[] PatchMedia =
        ["application/apply-patch+yaml", "application/json-patch+json", "application/merge-patch+json", "application/strategic-merge-patch+json"];

    /// <summary>Writes a path as a member.</summary>
    /// <param name="path">The path.</param>
    /// <param name="isCustom">Whether it belongs to a custom resource, which takes no strategic merge patch.</param>
    public void Write(OpenApiPath path, bool isCustom)
    {
        ImmutableArray<OpenApiParameter> shared = path.Parameters;
        writer.WriteName(path.Path);
        writer.StartObject();
        foreach (OpenApiOperation operation in path.Operations.OrderBy(operation => Array.IndexOf(Order, operation.Method)))
        {
            writer.WriteName(operation.Method);
            Write(operation, shared, isCustom);
        }

        WriteParameters(shared, null);
        writer.EndObject();
    }

    private void Write(OpenApiOperation operation, ImmutableArray<OpenApiParameter> shared, bool isCustom)
    {
        string[] consumed = operation.Action != "patch" ? Media : isCustom ? PatchMedia[..^1] : PatchMedia;
        writer.StartObject();
        writer.WriteTexts("tags", [operation.Tag]);
        writer.WriteText("description", operation.Description);
        writer.WriteText("operationId", operation.Id);
        if (dialect == OpenApiDialect.V2)
        {
            writer.WriteTexts("consumes", consumed);
            writer.WriteTexts("produces", Media);
            writer.WriteTexts("schemes", ["https"]);
        }

        WriteParameters([.. operation.Parameters.Where(parameter => !shared.Contains(parameter))], operation);
        if (dialect == OpenApiDialect.V3 && operation.HasBody)
        {
            writer.WriteName("requestBody"u8);
            writer.StartObject();
            WriteContent(operation.Request, consumed);
            WriteRequired(operation);
            writer.EndObject();
        }

        WriteResponses(operation);
        writer.WriteText("x-kubernetes-action", operation.Action);
        writer.WriteName("x-kubernetes-group-version-kind"u8);
        KindExtension.Write(operation.Kind, writer);
        writer.EndObject();
    }

    private void WriteParameters(ImmutableArray<OpenApiParameter> parameters, OpenApiOperation? operation)
    {
        bool hasBody = dialect == OpenApiDialect.V2 && operation?.HasBody == true;
        if (parameters.IsEmpty && !hasBody)
        {
            return;
        }

        writer.WriteName("parameters"u8);
        writer.StartArray();
        if (hasBody)
        {
            writer.StartObject();
            writer.WriteText("name", "body");
            writer.WriteText("in", "body");
            WriteRequired(operation!);
            WriteSchema(operation!.Request);
            writer.EndObject();
        }

        foreach (OpenApiParameter parameter in parameters)
        {
            parameter.Write(dialect, writer);
        }

        writer.EndArray();
    }

    private void WriteResponses(OpenApiOperation operation)
    {
        writer.WriteName("responses"u8);
        writer.StartObject();
        foreach ((string code, string description) in operation.Successes)
        {
            writer.WriteName(code);
            writer.StartObject();
            writer.WriteText("description", description);
            if (dialect == OpenApiDialect.V3)
            {
                WriteContent(operation.Response, Media);
            }
            else
            {
                WriteSchema(operation.Response);
            }

            writer.EndObject();
        }

        writer.WriteName("401"u8);
        writer.StartObject();
        writer.WriteText("description", "Unauthorized");
        writer.EndObject();
        writer.EndObject();
    }

    private void WriteContent(string? schema, IEnumerable<string> media)
    {
        writer.WriteName("content"u8);
        writer.StartObject();
        foreach (string type in media)
        {
            writer.WriteName(type);
            writer.StartObject();
            WriteSchema(schema);
            writer.EndObject();
        }

        writer.EndObject();
    }

    private void WriteSchema(string? schema)
    {
        writer.WriteName("schema"u8);
        writer.StartObject();
        if (schema is null)
        {
            writer.WriteText("type", "object");
        }
        else
        {
            writer.WriteText("$ref", (dialect == OpenApiDialect.V3 ? SchemaNames.References : "#/definitions/") + schema);
        }

        writer.EndObject();
    }

    private void WriteRequired(OpenApiOperation operation)
    {
        if (operation.NeedsBody)
        {
            writer.WriteName("required"u8);
            writer.WriteBool(true);
        }
    }
}
