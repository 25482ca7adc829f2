using Webhooks.Client.Access;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Patches;
using Webhooks.Resources.Selectors;
using Webhooks.Shared;
using Xunit;
using static Webhooks.FunctionalTests.Client.Contract.ClientSession;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>What can be done with the objects of each record.</summary>
/// <param name="make">An object with that metadata.</param>
internal sealed class RecordCases<T>(Func<ObjectMeta, T> make)
    where T : class, IKubernetesObject<T>
{
    /// <summary>The cases, by what they show.</summary>
    public IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
        new (string Name, Func<ClientSession, Task> Run)[]
        {
            ("is read as it was created", IsReadAsCreatedAsync),
            ("gets a name that the server chooses", IsNamedAsync),
            ("is created once", IsCreatedOnceAsync),
            ("that is not there is null", IsMissingAsync),
            ("is listed by its label", IsListedAsync),
            ("is not created by a dry run", IsNotCreatedDryAsync),
            ("is changed by a merge patch", IsMergedAsync),
            ("is changed by operations whose test holds", IsOperatedOnAsync),
            ("is not changed by operations whose test fails", IsNotOperatedOnAsync),
            ("is not changed by a patch of another version", ConflictsAsync),
            ("is made and changed by an apply", IsAppliedAsync),
            ("is not deleted under another uid", IsNotDeletedAsync),
            ("is not deleted by a dry run", IsNotDeletedDryAsync),
            ("stays until its finalizer is gone", StaysAsync),
        }.Select(one => ($"{T.Resource} {one.Name}", one.Run));

    private async Task IsReadAsCreatedAsync(ClientSession session)
    {
        ResourceClient<T> client = session.Client.Of<T>();
        ObjectMeta metadata = session.MetadataOf<T>("a");
        T made = await client.CreateAsync(make(metadata), null, default);
        Assert.NotEqual("", made.Metadata.Uid);
        Assert.NotEqual("", made.Metadata.ResourceVersion);
        Assert.NotNull(made.Metadata.CreationTimestamp);
        T read = await client.GetAsync(ObjectKey.Of(made), default);
        Assert.Equal((made.Metadata.Uid, metadata.Name, metadata.Namespace), (read.Metadata.Uid, read.Metadata.Name, read.Metadata.Namespace));
        Assert.Equal(session.Namespace, read.Metadata.Labels["case"]);
    }

    private async Task IsNamedAsync(ClientSession session)
    {
        ObjectMeta metadata = session.MetadataOf<T>("b") with { Name = "", GenerateName = session.Namespace + "-" };
        T made = await session.Client.Of<T>().CreateAsync(make(metadata), null, default);
        Assert.StartsWith(session.Namespace + "-", made.Metadata.Name, StringComparison.Ordinal);
        Assert.Equal(session.Namespace.Length + 6, made.Metadata.Name.Length);
    }

    private async Task IsCreatedOnceAsync(ClientSession session)
    {
        T item = make(session.MetadataOf<T>("a"));
        await session.Client.Of<T>().CreateAsync(item, null, default);
        Status status = await RefusedAsync(409, StatusReason.AlreadyExists, () => session.Client.Of<T>().CreateAsync(item, null, default));
        Assert.Equal(Status.AlreadyExists(T.Resource.GroupVersionResource.GroupResource, item.Metadata.Name).Message, status.Message);
    }

    private async Task IsMissingAsync(ClientSession session)
    {
        ObjectKey key = session.KeyOf<T>("none");
        Assert.Null(await session.Client.Of<T>().TryGetAsync(key, default));
        Status status = await RefusedAsync(404, StatusReason.NotFound, () => session.Client.Of<T>().GetAsync(key, default));
        Assert.Equal((key.Name, T.Resource.Plural, T.Resource.Group), (status.Details!.Name, status.Details.Kind, status.Details.Group));
        await RefusedAsync(404, StatusReason.NotFound, () => session.Client.Of<T>().DeleteAsync(key, null, default));
    }

    private async Task IsListedAsync(ClientSession session)
    {
        foreach (string name in new[] { "c", "a", "b" })
        {
            await session.Client.Of<T>().CreateAsync(make(session.MetadataOf<T>(name)), null, default);
        }

        ListOptions options = new() { LabelSelector = LabelSelector.Parse($"case={session.Namespace},name notin (b)"), Limit = 1 };
        List<ObjectList<T>> pages = [];
        await foreach (ObjectList<T> page in session.Client.Of<T>().ListPagesAsync(session.KeyOf<T>("").Namespace, options))
        {
            pages.Add(page);
        }

        Assert.All(pages, page => Assert.True(page.Items.Count <= 1));
        Assert.Equal([session.KeyOf<T>("a"), session.KeyOf<T>("c")], pages.SelectMany(page => page.Items).Select(item => ObjectKey.Of(item)));
        Assert.Single(pages.Select(page => page.ResourceVersion).Distinct());
    }

    private async Task IsNotCreatedDryAsync(ClientSession session)
    {
        T made = await session.Client.Of<T>().CreateAsync(make(session.MetadataOf<T>("a")), new() { DryRun = true }, default);
        Assert.Equal((true, ""), (made.Metadata.Uid.Length > 0, made.Metadata.ResourceVersion));
        Assert.Null(await session.Client.Of<T>().TryGetAsync(ObjectKey.Of(made), default));
    }

    private async Task IsMergedAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        T changed = await session.Client.Of<T>().PatchAsync(
            ObjectKey.Of(made), new MergePatch("""{"metadata":{"labels":{"name":null,"new":"x"},"annotations":{"note":"日本 🙂"}}}"""u8.ToArray()), null, default);
        Assert.Equal(["case", "new"], changed.Metadata.Labels.Keys.Where(key => !key.StartsWith("kubernetes.io/", StringComparison.Ordinal)));
        Assert.Equal("日本 🙂", changed.Metadata.Annotations["note"]);
        Assert.NotEqual(made.Metadata.ResourceVersion, changed.Metadata.ResourceVersion);
    }

    private async Task IsOperatedOnAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        T changed = await session.Client.Of<T>().PatchAsync(ObjectKey.Of(made), Operations(made.Metadata.Uid), null, default);
        Assert.Equal("b", changed.Metadata.Labels["name"]);
    }

    private async Task IsNotOperatedOnAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        await RefusedAsync(422, StatusReason.Invalid, () => session.Client.Of<T>().PatchAsync(ObjectKey.Of(made), Operations("another"), null, default));
        Assert.Equal(made.Metadata.ResourceVersion, (await session.Client.Of<T>().GetAsync(ObjectKey.Of(made), default)).Metadata.ResourceVersion);
    }

    private async Task ConflictsAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        MergePatch patch = new(Utf8($$$"""{"metadata":{"resourceVersion":"{{{made.Metadata.ResourceVersion}}}","labels":{"name":"x"} } }"""));
        await session.Client.Of<T>().PatchAsync(ObjectKey.Of(made), patch, null, default);
        MergePatch late = new(Utf8($$$"""{"metadata":{"resourceVersion":"{{{made.Metadata.ResourceVersion}}}","labels":{"name":"y"} } }"""));
        await RefusedAsync(409, StatusReason.Conflict, () => session.Client.Of<T>().PatchAsync(ObjectKey.Of(made), late, null, default));
        Assert.Equal("x", (await session.Client.Of<T>().GetAsync(ObjectKey.Of(made), default)).Metadata.Labels["name"]);
    }

    private async Task IsAppliedAsync(ClientSession session)
    {
        ObjectKey key = session.KeyOf<T>("a");
        T made = await session.Client.Of<T>().PatchAsync(key, Apply(key, """{"one":"1","two":"2"}"""), null, default);
        Assert.Equal("2", made.Metadata.Labels["two"]);
        T changed = await session.Client.Of<T>().PatchAsync(key, Apply(key, """{"one":"3"}"""), null, default);
        Assert.Equal((made.Metadata.Uid, "3", false), (changed.Metadata.Uid, changed.Metadata.Labels["one"], changed.Metadata.Labels.ContainsKey("two")));
    }

    private async Task IsNotDeletedAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        ResourceClient<T> client = session.Client.Of<T>();
        await RefusedAsync(409, StatusReason.Conflict, () => client.DeleteAsync(ObjectKey.Of(made), new() { PreconditionUid = "00000000-0000-4000-8000-000000000000" }, default));
        await RefusedAsync(409, StatusReason.Conflict, () => client.DeleteAsync(ObjectKey.Of(made), new() { PreconditionResourceVersion = "1" }, default));
        await client.DeleteAsync(
            ObjectKey.Of(made), new() { PreconditionUid = made.Metadata.Uid, PreconditionResourceVersion = made.Metadata.ResourceVersion }, default);
        await Eventually.HoldsAsync(async () => await client.TryGetAsync(ObjectKey.Of(made), default) is null);
    }

    private async Task IsNotDeletedDryAsync(ClientSession session)
    {
        T made = await MakeAsync(session);
        await session.Client.Of<T>().DeleteAsync(ObjectKey.Of(made), new() { DryRun = true, Propagation = DeletionPropagation.Background }, default);
        T read = await session.Client.Of<T>().GetAsync(ObjectKey.Of(made), default);
        Assert.Equal((made.Metadata.ResourceVersion, null), (read.Metadata.ResourceVersion, read.Metadata.DeletionTimestamp));
    }

    private async Task StaysAsync(ClientSession session)
    {
        ResourceClient<T> client = session.Client.Of<T>();
        T made = await client.CreateAsync(make(session.MetadataOf<T>("a") with { Finalizers = ["client.example.com/hold"] }), null, default);
        ObjectKey key = ObjectKey.Of(made);
        await client.DeleteAsync(key, null, default);
        T held = await client.GetAsync(key, default);
        Assert.NotNull(held.Metadata.DeletionTimestamp);
        Assert.Equal("client.example.com/hold", Assert.Single(held.Metadata.Finalizers));
        await client.PatchAsync(
            key, new OperationsPatch("""[{"op":"test","path":"/metadata/finalizers/0","value":"client.example.com/hold"},{"op":"remove","path":"/metadata/finalizers/0"}]"""u8.ToArray()), null, default);
        await Eventually.HoldsAsync(async () => await client.TryGetAsync(key, default) is null);
    }

    private Task<T> MakeAsync(ClientSession session) => session.Client.Of<T>().CreateAsync(make(session.MetadataOf<T>("a")), null, default);

    private static OperationsPatch Operations(string uid) => new(Utf8(
        $$$"""[{"op":"test","path":"/metadata/uid","value":"{{{uid}}}"},{"op":"replace","path":"/metadata/labels/name","value":"b"}]"""));

    // With all that the kind asks for, from the record itself.
    private ApplyPatch Apply(ObjectKey key, string labels)
    {
        KubernetesDocument item = KubernetesDocument.Parse(ObjectWriting.Write(make(new ObjectMeta { Namespace = key.Namespace, Name = key.Name })));
        JsonPatch changes = JsonPatch.Parse($$"""[{"op":"add","path":"/metadata/labels","value":{{labels}}}]""");
        return new ApplyPatch(item.With(changes).Json, "contract");
    }
}
