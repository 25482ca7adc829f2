using System.Collections.Immutable;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access.Authorization;

namespace Webhooks.Sandbox.Access.Reviews;

/// <summary>What an access review asks: whether somebody may do something.</summary>
internal sealed record AccessReviewSpec
{
    /// <summary>The resource meant; absent where a path is.</summary>
    public JsonValue ResourceAttributes { get; private init; }

    /// <summary>The path meant; absent where a resource is.</summary>
    public JsonValue NonResourceAttributes { get; private init; }

    /// <summary>Who, where that is not the caller.</summary>
    public Caller User { get; init; } = new("");

    /// <summary>The namespace of <see cref="ResourceAttributes"/>; empty for none.</summary>
    public string Namespace => Text(ResourceAttributes, "namespace");

    /// <summary>Reads <c>spec</c>; members of another type than expected read as absent.</summary>
    public static AccessReviewSpec Read(JsonValue spec) => new()
    {
        ResourceAttributes = spec["resourceAttributes"u8],
        NonResourceAttributes = spec["nonResourceAttributes"u8],
        User = new Caller(Text(spec, "user"))
        {
            Uid = Text(spec, "uid"),
            Groups = Texts(spec["groups"u8]),
            Extra = spec["extra"u8].Members().ToImmutableSortedDictionary(pair => pair.Key, pair => Texts(pair.Value), StringComparer.Ordinal),
        },
    };

    /// <summary>The question for the authorizer.</summary>
    public AccessAttributes AttributesFor(Caller caller) => ResourceAttributes.IsAbsent
        ? new AccessAttributes
        {
            Caller = caller,
            Verb = Text(NonResourceAttributes, "verb"),
            IsResource = false,
            Path = Text(NonResourceAttributes, "path"),
        }
        : new AccessAttributes
        {
            Caller = caller,
            Verb = Text(ResourceAttributes, "verb"),
            Group = Text(ResourceAttributes, "group"),
            Resource = Text(ResourceAttributes, "resource"),
            Subresource = Text(ResourceAttributes, "subresource"),
            Namespace = Namespace,
            Name = Text(ResourceAttributes, "name"),
        };

    /// <summary>Writes <c>spec</c> without what is empty; the user where one was asked about.</summary>
    public void Write(JsonWriter writer)
    {
        writer.StartObject();
        WriteTexts(writer, "resourceAttributes", ResourceAttributes, ["namespace", "verb", "group", "version", "resource", "subresource", "name"], ["fieldSelector", "labelSelector"]);
        WriteTexts(writer, "nonResourceAttributes", NonResourceAttributes, ["path", "verb"], []);
        writer.WriteTextIfAny("user", User.Name);
        writer.WriteStringsIfAny("groups", User.Groups);
        CallerJson.WriteExtra(writer, User);
        writer.WriteTextIfAny("uid", User.Uid);
        writer.EndObject();
    }

    private static void WriteTexts(JsonWriter writer, string name, JsonValue attributes, ReadOnlySpan<string> texts, ReadOnlySpan<string> selectors)
    {
        if (attributes.IsAbsent)
        {
            return;
        }

        writer.WriteName(name);
        writer.StartObject();
        foreach (string text in texts)
        {
            writer.WriteTextIfAny(text, Text(attributes, text));
        }

        foreach (string selector in selectors)
        {
            if (!attributes[selector].IsAbsent)
            {
                writer.WriteName(selector);
                writer.WriteCompact(attributes[selector]);
            }
        }

        writer.EndObject();
    }

    private static string Text(JsonValue value, string name) => value[name].AsString() ?? "";

    private static ImmutableArray<string> Texts(JsonValue list) => [.. list.Items().Select(item => item.AsString() ?? "")];
}
