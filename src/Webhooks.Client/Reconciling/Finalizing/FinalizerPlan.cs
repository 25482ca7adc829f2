using System.Buffers;
using System.Text.Json;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;

namespace Webhooks.Client.Reconciling.Finalizing;

/// <summary>What is to be done about a finalizer, from what an object says alone.</summary>
internal static class FinalizerPlan
{
    /// <summary>What comes next.</summary>
    public static FinalizerStep Next(ObjectMeta meta, string finalizer) => (meta.DeletionTimestamp != null, meta.Finalizers.Contains(finalizer)) switch
    {
        (false, false) => FinalizerStep.Add,
        (false, true) => FinalizerStep.Work,
        (true, true) => FinalizerStep.CleanUp,
        (true, false) => FinalizerStep.Nothing,
    };

    /// <summary>Adds a finalizer behind the others, unless the list is another by now.</summary>
    public static OperationsPatch Adding(ObjectMeta meta, string finalizer) => Patch(meta, writer =>
    {
        writer.WriteString("op", "add");
        writer.WriteString("path", meta.Finalizers.IsEmpty ? "/metadata/finalizers" : "/metadata/finalizers/-");
        writer.WritePropertyName("value");
        if (meta.Finalizers.IsEmpty)
        {
            WriteList(writer, [finalizer]);
        }
        else
        {
            writer.WriteStringValue(finalizer);
        }
    });

    /// <summary>Removes a finalizer that is there, unless the list is another by now.</summary>
    public static OperationsPatch Removing(ObjectMeta meta, string finalizer) => Patch(meta, writer =>
    {
        writer.WriteString("op", "remove");
        writer.WriteString("path", $"/metadata/finalizers/{meta.Finalizers.IndexOf(finalizer)}");
    });

    // A list that is absent can't be tested portably; then the version is, which changes with it. The uid keeps the patch from
    // another object of that name.
    private static OperationsPatch Patch(ObjectMeta meta, Action<Utf8JsonWriter> operation)
    {
        ArrayBufferWriter<byte> document = new();
        using Utf8JsonWriter writer = new(document);
        writer.WriteStartArray();
        Write(writer, json => WriteTest(json, "/metadata/uid", () => json.WriteStringValue(meta.Uid)));
        Write(writer, json =>
        {
            if (meta.Finalizers.IsEmpty)
            {
                WriteTest(json, "/metadata/resourceVersion", () => json.WriteStringValue(meta.ResourceVersion));
            }
            else
            {
                WriteTest(json, "/metadata/finalizers", () => WriteList(json, meta.Finalizers));
            }
        });
        Write(writer, operation);
        writer.WriteEndArray();
        writer.Flush();
        return new OperationsPatch(document.WrittenMemory);
    }

    private static void Write(Utf8JsonWriter writer, Action<Utf8JsonWriter> members)
    {
        writer.WriteStartObject();
        members(writer);
        writer.WriteEndObject();
    }

    private static void WriteTest(Utf8JsonWriter writer, string path, Action value)
    {
        writer.WriteString("op", "test");
        writer.WriteString("path", path);
        writer.WritePropertyName("value");
        value();
    }

    private static void WriteList(Utf8JsonWriter writer, IEnumerable<string> finalizers)
    {
        writer.WriteStartArray();
        foreach (string finalizer in finalizers)
        {
            writer.WriteStringValue(finalizer);
        }

        writer.WriteEndArray();
    }
}
