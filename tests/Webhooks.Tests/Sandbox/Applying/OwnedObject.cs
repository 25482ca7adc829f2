using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Resources.OpenApi;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Applying;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

/// <summary>An object on its way through writes and applies, a minute apart, and what its managed fields say in the end.</summary>
internal sealed class OwnedObject(FieldOwnership ownership)
{
    private const string WidgetSchema = """
        {"type":"object","properties":{"spec":{"type":"object","properties":{"color":{"type":"string"},"size":{"type":"integer","default":3},
        "tags":{"type":"array","x-kubernetes-list-type":"set","items":{"type":"string"}},
        "parts":{"type":"array","x-kubernetes-list-type":"map","x-kubernetes-list-map-keys":["name"],
        "items":{"type":"object","required":["name"],"properties":{"name":{"type":"string"},"count":{"type":"integer"}}}},
        "whole":{"type":"object","x-kubernetes-map-type":"atomic","properties":{"a":{"type":"string"},"b":{"type":"string"}}},
        "plain":{"type":"array","items":{"type":"integer"}},
        "free":{"type":"object","x-kubernetes-preserve-unknown-fields":true}}},
        "status":{"type":"object","properties":{"phase":{"type":"string"}}}}}
        """;

    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static FieldOwnership ConfigMaps { get; } = BuiltIn("", "ConfigMap", hasStatus: false);

    public static FieldOwnership Pods { get; } = BuiltIn("", "Pod", hasStatus: true);

    public static FieldTypes WidgetTypes { get; } = new(ReadWidget(), isCustom: true);

    public static FieldOwnership Widgets { get; } = new(ReadWidget(), new GroupVersionKind("example.com", "v1", "Widget"), isCustom: true, hasStatus: true);

    public static FieldOwnership Anything { get; } = new(null, new GroupVersionKind("example.com", "v1", "Widget"), isCustom: true, hasStatus: false);

    public JsonValue Value { get; private set; }

    /// <summary>The object without its managed fields.</summary>
    public string Rest
    {
        get
        {
            JsonDraft draft = new(Value);
            draft.Find("metadata")?.Remove("managedFields");
            return draft.Freeze().ToString();
        }
    }

    /// <summary>A line for each entry: <c>one Apply 04:05 {"f:data":{}}</c>; minutes and seconds.</summary>
    public string[] Owners =>
    [
        .. Value["metadata"u8]["managedFields"u8].Items().Select(entry => string.Join(' ', new[]
        {
            entry["manager"u8].AsString(), entry["operation"u8].AsString(), entry["subresource"u8].AsString(), entry["time"u8].AsString()?[14..19], entry["fieldsV1"u8].ToString(),
        }.Where(part => part != null))),
    ];

    public static JsonValue Json(string text) => JsonTree.Parse(Encoding.UTF8.GetBytes(text), JsonPolicy.Server).Root;

    public static FieldOwnership BuiltIn(string group, string kind, bool hasStatus)
    {
        GroupVersionKind gvk = new(group, "v1", kind);
        return new FieldOwnership(BuiltInData.SchemaOf(gvk), gvk, isCustom: false, hasStatus);
    }

    /// <summary>Writes an object; the uid makes it one that is stored.</summary>
    public OwnedObject Write(string owner, string next, string subresource = "")
    {
        Value = ownership.Update(Value, WithUid(Json(next)), owner, subresource, _now).Freeze();
        _now += TimeSpan.FromMinutes(1);
        return this;
    }

    /// <summary>Writes the object as it is, with other managed fields.</summary>
    public OwnedObject WriteEntries(string owner, string managedFields)
    {
        JsonDraft draft = new(Value);
        draft.Find("metadata")!.Set("managedFields", new JsonDraft(Json(managedFields)));
        return Write(owner, draft.Freeze().ToString());
    }

    public OwnedObject Apply(string owner, string applied, bool force = false, string subresource = "")
    {
        Value = WithUid(ownership.Apply(Value, Json(applied), owner, force, subresource, _now));
        _now += TimeSpan.FromMinutes(1);
        return this;
    }

    public OwnedObject Refuse(string owner, string applied, string expected)
    {
        StatusException refusal = Assert.Throws<StatusException>(() => ownership.Apply(Value, Json(applied), owner, force: false, "", _now));
        Assert.Equal(expected, $"{refusal.Status.Code}: {refusal.Status.Message}");
        return this;
    }

    private static Schema ReadWidget() => SchemaReader.ReadCustomResource(Json(WidgetSchema), "schema").Schema;

    private static JsonValue WithUid(JsonValue value)
    {
        JsonDraft draft = new(value);
        JsonDraft metadata = draft.Find("metadata") ?? JsonDraft.EmptyObject();
        metadata.Set("uid", new JsonDraft(Json("\"u\"")));
        draft.Set("metadata", metadata);
        return draft.Freeze();
    }
}
