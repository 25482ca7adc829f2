using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.Yaml;

namespace Webhooks.Server.Validating;

/// <summary>Says of an object what is known, as one line of JSON.</summary>
internal static class JudgementJson
{
    public static string Of(Judgement judgement)
    {
        using PooledBuffer buffer = new();
        JsonWriter writer = new(buffer);
        writer.StartObject();
        writer.WriteText("file", judgement.Source.Document.File.Name);
        Write(writer, "document", judgement.Source.Number);
        WriteObject(writer, judgement.Source);
        writer.WriteText("verdict", judgement.Verdict.ToString().ToLowerInvariant());
        writer.WriteName("code"u8);
        if (judgement.Code == 0)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteNumber(judgement.Code);
        }

        writer.WriteText("reason", judgement.Doubt == null ? judgement.Refusal?.Reason.ToString() : null);
        writer.WriteText("message", judgement.Doubt ?? judgement.Refusal?.Message);
        WriteCauses(writer, judgement);
        writer.WriteName("warnings"u8);
        writer.StartArray();
        foreach (string warning in judgement.Warnings)
        {
            writer.WriteString(warning);
        }

        writer.EndArray();
        writer.WriteName("stored"u8);
        if (judgement.Stored.IsMissing)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteCompact(judgement.Stored);
        }

        writer.EndObject();
        return Encoding.UTF8.GetString(buffer.WrittenSpan) + "\n";
    }

    private static void WriteObject(JsonWriter writer, SourceObject source)
    {
        writer.WriteName("object"u8);
        writer.StartObject();
        writer.WriteText("apiVersion", source.Kind.GroupVersion.ToString());
        writer.WriteText("kind", source.Kind.Kind);
        writer.WriteText("namespace", source.Namespace.Length > 0 ? source.Namespace : null);
        writer.WriteText("name", source.Name);
        Write(writer, source.PositionOf(""));
        writer.EndObject();
    }

    private static void WriteCauses(JsonWriter writer, Judgement judgement)
    {
        writer.WriteName("causes"u8);
        writer.StartArray();
        foreach (StatusCause cause in judgement.Refusal?.Details?.Causes ?? [])
        {
            writer.StartObject();
            writer.WriteText("reason", cause.Reason);
            writer.WriteText("message", cause.Message);
            writer.WriteText("field", cause.Field);
            Write(writer, JudgedPlaces.Of(judgement.Source, cause));
            writer.EndObject();
        }

        writer.EndArray();
    }

    private static void Write(JsonWriter writer, YamlPosition position)
    {
        Write(writer, "line", position.Line);
        Write(writer, "column", position.Column);
    }

    private static void Write(JsonWriter writer, string name, int number)
    {
        writer.WriteName(name);
        writer.WriteNumber(number);
    }
}
