using System.Text;
using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Patches;
using Xunit;
using static Webhooks.FunctionalTests.Client.Contract.ClientSession;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Writes and their options, and that none of them loses what it does not know.</summary>
internal static class WriteCases
{
    // Nothing that the record of a ConfigMap has.
    private const string Foreign = """ "binaryData":{"photo":"AAEC"} """;

    public static IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
    [
        Survives("a merge patch", (session, key) => session.Client.Of<ConfigMap>().PatchAsync(key, new MergePatch("""{"data":{"key":"2"}}"""u8.ToArray()), null, default)),
        Survives("operations", (session, key) => session.Client.Of<ConfigMap>().PatchAsync(
            key, new OperationsPatch("""[{"op":"replace","path":"/data/key","value":"2"}]"""u8.ToArray()), null, default)),
        Survives("a strategic merge patch", (session, key) => session.Client.Of<ConfigMap>().PatchAsync(
            key, new StrategicMergePatch("""{"data":{"key":"2"}}"""u8.ToArray()), null, default)),
        Survives("an apply", (session, key) => session.Client.Of<ConfigMap>().PatchAsync(key, Apply(key, "2", force: true), null, default)),
        Survives("a replacement of the document", ReplaceAsync),
        ("a replacement of an old version is refused", IsStaleAsync),
        ("an apply of another's field is refused unless forced", IsForcedAsync),
        ("an apply of a second manager shares what is equal", IsSharedAsync),
        ("a strict create refuses a member that the kind does not have", session => RefusedAsync(
            400, StatusReason.BadRequest, () => CreateUnknownAsync(session, FieldValidation.Strict))),
        ("a warning create drops a member that the kind does not have", session => DropsAsync(session, FieldValidation.Warn)),
        ("an ignoring create drops a member that the kind does not have", session => DropsAsync(session, FieldValidation.Ignore)),
        ("a strict patch refuses a member that the kind does not have", IsStrictAsync),
        ("a dry run of a patch changes nothing", PatchesNothingAsync),
        ("a dry run of a replacement changes nothing", ReplacesNothingAsync),
        ("a field manager is named in what it wrote", IsNamedAsync),
        ("an invalid name is refused with its cause", IsInvalidAsync),
        ("a name of 253 characters is a name", IsLongAsync),
        ("texts are kept to the character", IsUnicodeAsync),
        ("an object above one megabyte is refused", IsTooLargeAsync),
    ];

    private static (string Name, Func<ClientSession, Task> Run) Survives(string path, Func<ClientSession, ObjectKey, Task> write)
    {
        return ($"K11 what a record does not have survives {path}", HasSurvivedAsync);

        async Task HasSurvivedAsync(ClientSession session)
        {
            ObjectKey key = new(session.Namespace, "foreign");
            DocumentClient documents = session.Client.Of(ConfigMap.Resource);
            await documents.CreateAsync(Map(session, Foreign), null, default);
            await write(session, key);
            KubernetesDocument read = await documents.GetAsync(key, default);
            Assert.Equal("2", read.Root["data"u8]["key"u8].GetString());
            Assert.Equal("AAEC", read.Root["binaryData"u8]["photo"u8].AsString());
        }
    }

    private static async Task ReplaceAsync(ClientSession session, ObjectKey key)
    {
        DocumentClient documents = session.Client.Of(ConfigMap.Resource);
        KubernetesDocument read = await documents.GetAsync(key, default);
        await documents.ReplaceAsync(read.With(KeyIs("2")), null, default);
    }

    private static async Task IsStaleAsync(ClientSession session)
    {
        DocumentClient documents = session.Client.Of(ConfigMap.Resource);
        KubernetesDocument made = await documents.CreateAsync(Map(session, Foreign), null, default);
        await documents.ReplaceAsync(made.With(KeyIs("2")), null, default);
        Status status = await RefusedAsync(409, StatusReason.Conflict, () => documents.ReplaceAsync(made.With(KeyIs("3")), null, default));
        Assert.Contains(Status.ObjectModified, status.Message, StringComparison.Ordinal);
    }

    private static async Task IsForcedAsync(ClientSession session)
    {
        ObjectKey key = new(session.Namespace, "a");
        ResourceClient<ConfigMap> maps = session.Client.Of<ConfigMap>();
        await maps.PatchAsync(key, Apply(key, "1", force: false, "one"), null, default);
        Status status = await RefusedAsync(409, StatusReason.Conflict, () => maps.PatchAsync(key, Apply(key, "2", force: false, "two"), null, default));
        Assert.Contains(status.Details!.Causes, cause => cause is { Reason: "FieldManagerConflict", Field: ".data.key" });
        Assert.Equal("2", (await maps.PatchAsync(key, Apply(key, "2", force: true, "two"), null, default)).Data["key"]);
    }

    private static async Task IsSharedAsync(ClientSession session)
    {
        ObjectKey key = new(session.Namespace, "a");
        ResourceClient<ConfigMap> maps = session.Client.Of<ConfigMap>();
        await maps.PatchAsync(key, Apply(key, "1", force: false, "one"), null, default);
        Assert.Equal("1", (await maps.PatchAsync(key, Apply(key, "1", force: false, "two"), null, default)).Data["key"]);
    }

    private static async Task DropsAsync(ClientSession session, FieldValidation validation)
    {
        KubernetesDocument made = await CreateUnknownAsync(session, validation);
        Assert.True(made.Root["surprise"u8].IsMissing);
        Assert.Equal("1", made.Root["data"u8]["key"u8].AsString());
    }

    private static async Task IsStrictAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("a");
        await RefusedAsync(422, StatusReason.Invalid, () => session.Client.Of<ConfigMap>().PatchAsync(
            ObjectKey.Of(made), new MergePatch("""{"surprise":1}"""u8.ToArray()), new() { FieldValidation = FieldValidation.Strict }, default));
    }

    private static async Task PatchesNothingAsync(ClientSession session)
    {
        ConfigMap made = await session.CreateAsync("a");
        ConfigMap shown = await session.Client.Of<ConfigMap>().PatchAsync(
            ObjectKey.Of(made), new MergePatch("""{"data":{"key":"2"}}"""u8.ToArray()), new() { DryRun = true }, default);
        ConfigMap read = await session.Client.Of<ConfigMap>().GetAsync(ObjectKey.Of(made), default);
        Assert.Equal(("2", "1", made.Metadata.ResourceVersion), (shown.Data["key"], read.Data["key"], read.Metadata.ResourceVersion));
    }

    private static async Task ReplacesNothingAsync(ClientSession session)
    {
        DocumentClient documents = session.Client.Of(ConfigMap.Resource);
        KubernetesDocument made = await documents.CreateAsync(Map(session, Foreign), null, default);
        KubernetesDocument shown = await documents.ReplaceAsync(made.With(KeyIs("2")), new() { DryRun = true }, default);
        KubernetesDocument read = await documents.GetAsync(ObjectKey.Of(made), default);
        Assert.Equal(("2", "1"), (shown.Root["data"u8]["key"u8].AsString(), read.Root["data"u8]["key"u8].AsString()));
    }

    private static async Task IsNamedAsync(ClientSession session)
    {
        KubernetesDocument made = await session.Client.Of(ConfigMap.Resource).CreateAsync(Map(session, Foreign), new() { FieldManager = "a manager" }, default);
        Assert.Equal("a manager", made.Root["metadata"u8]["managedFields"u8].Items().Single()["manager"u8].AsString());
    }

    private static async Task IsInvalidAsync(ClientSession session)
    {
        Status status = await RefusedAsync(422, StatusReason.Invalid, () => session.CreateAsync("Not_A_Name"));
        Assert.Contains(status.Details!.Causes, cause => cause.Field == "metadata.name");
    }

    private static async Task IsLongAsync(ClientSession session)
    {
        string name = new('n', 253);
        await session.CreateAsync(name);
        Assert.Equal(name, (await session.Client.Of<ConfigMap>().GetAsync(new(session.Namespace, name), default)).Metadata.Name);
        await RefusedAsync(422, StatusReason.Invalid, () => session.CreateAsync(name + "n"));
    }

    private static async Task IsUnicodeAsync(ClientSession session)
    {
        const string Text = "äé 日本 🙂 \u0001 \" \\ </script> \u2028 e\u0301";
        await session.CreateAsync("a", value: Text);
        Assert.Equal(Text, (await session.Client.Of<ConfigMap>().GetAsync(new(session.Namespace, "a"), default)).Data["key"]);
    }

    private static async Task IsTooLargeAsync(ClientSession session)
    {
        Status status = await RefusedAsync(422, StatusReason.Invalid, () => session.CreateAsync("a", value: new string('x', 1_100_000)));
        Assert.Contains("may not be more than 1048576 bytes", status.Message, StringComparison.Ordinal);
    }

    private static Task<KubernetesDocument> CreateUnknownAsync(ClientSession session, FieldValidation validation) =>
        session.Client.Of(ConfigMap.Resource).CreateAsync(Map(session, "\"surprise\":1"), new() { FieldValidation = validation }, default);

    private static KubernetesDocument Map(ClientSession session, string more) => Document(
        $$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"namespace":"{{{session.Namespace}}}","name":"foreign"},"data":{"key":"1"},{{{more}}}}""");

    private static JsonPatch KeyIs(string value) => JsonPatch.Parse($$"""[{"op":"replace","path":"/data/key","value":"{{value}}"}]""");

    private static ApplyPatch Apply(ObjectKey key, string value, bool force, string manager = "contract") => new(
        Encoding.UTF8.GetBytes($$$"""{"apiVersion":"v1","kind":"ConfigMap","metadata":{"namespace":"{{{key.Namespace}}}","name":"{{{key.Name}}}"},"data":{"key":"{{{value}}}"}}"""),
        manager)
    { Force = force };
}
