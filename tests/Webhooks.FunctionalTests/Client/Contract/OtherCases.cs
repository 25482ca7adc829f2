using Webhooks.Client.Access;
using Webhooks.Client.Discovery;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Webhooks.Resources.Api;
using Webhooks.Resources.Selectors;
using Webhooks.Shared;
using Xunit;
using static Webhooks.FunctionalTests.Client.Contract.ClientSession;

namespace Webhooks.FunctionalTests.Client.Contract;

/// <summary>Parts of objects, collections, and what a server says of itself.</summary>
internal static class OtherCases
{
    public static IEnumerable<(string Name, Func<ClientSession, Task> Run)> All =>
    [
        ("a server says its version", SaysVersionAsync),
        .. new (string Name, string Resource)[]
        {
            ("cm", "configmaps"), ("ConfigMap", "configmaps"), ("no", "nodes"), ("ns", "namespaces"), ("leases", "leases.coordination.k8s.io"),
            ("lease.coordination.k8s.io", "leases.coordination.k8s.io"), ("deploy", "deployments.apps"), ("usr", "users.users.example.com"), ("wdg", "widgets.client.example.com"),
        }.Select(row => ($"a server tells what '{row.Name}' means", (Func<ClientSession, Task>)(async session =>
            Assert.Equal(row.Resource, (await session.Client.Resources.FindAsync(row.Name, default))?.ToString())))),
        ("a name that means nothing is null", async session => Assert.Null(await session.Client.Resources.FindAsync("nothings", default))),
        ("a resource that is made later is found, and its objects", IsFoundLaterAsync),
        ("a patch of the status changes the status alone", IsStatusAloneAsync),
        ("a replacement of the status changes the status alone", ReplacesStatusAloneAsync),
        ("a patch of an object leaves its status", LeavesStatusAsync),
        ("K11 what a record does not have survives a patch of the status", SurvivesStatusAsync),
        ("a strategic merge patch of a custom resource is refused", IsNotStrategicAsync),
        ("a scale is read and changed", IsScaledAsync),
        ("a collection is deleted by its label", IsDeletedByLabelAsync),
        ("a dry run of a collection's deletion deletes nothing", IsDeletedDryAsync),
        ("a deletion in the foreground waits for nobody when nobody is owned", IsDeletedInForegroundAsync),
        ("a deletion with orphans is done", IsDeletedWithOrphansAsync),
        ("a new finalizer of what is to be gone is refused", IsTooLateAsync),
        ("a token of an account is made", GivesTokenAsync),
    ];

    private static async Task SaysVersionAsync(ClientSession session)
    {
        ServerVersion version = await session.Client.GetVersionAsync(default);
        Assert.Equal("1", version.Major);
        Assert.StartsWith("v1.", version.GitVersion, StringComparison.Ordinal);
    }

    private static async Task IsFoundLaterAsync(ClientSession session)
    {
        ResourceType type = new($"{session.Namespace}.example.com", "v1", "gadgets", "Gadget", IsNamespaced: true);
        ResourceMap before = await session.Client.Resources.GetAsync(default);
        Assert.Null(before.Find(type.GroupVersionKind));
        await session.Client.Of(CustomKinds.Definitions).CreateAsync(CustomKinds.Definition(type, "gd", "{}"), null, default);
        await CustomKinds.ServedAsync(session.Client, type);
        KubernetesDocument made = await session.Client.Of(type).CreateAsync(
            Document($$$"""{"apiVersion":"{{{type.ApiVersion}}}","kind":"Gadget","metadata":{"namespace":"{{{session.Namespace}}}","name":"a"},"spec":{"x":1.50}}"""), null, default);
        Assert.Equal((type.ApiVersion, "Gadget"), (made.ApiVersion, made.Kind));
        await session.Client.Of(CustomKinds.Definitions).DeleteAsync(new("", $"gadgets.{type.Group}"), null, default);
    }

    private static async Task IsStatusAloneAsync(ClientSession session)
    {
        User made = await CreateUserAsync(session);
        User changed = await session.Client.Of<User>().PatchStatusAsync(
            ObjectKey.Of(made), new MergePatch("""{"spec":{"display_name":"other"},"status":{"namespace":"n","observedGeneration":1}}"""u8.ToArray()), null, default);
        Assert.Equal(("Ann", "n", 1L, made.Metadata.Generation), (changed.Spec.DisplayName, changed.Status.Namespace, changed.Status.ObservedGeneration, changed.Metadata.Generation));
    }

    private static async Task ReplacesStatusAloneAsync(ClientSession session)
    {
        User made = await CreateUserAsync(session);
        DocumentClient documents = session.Client.Of(User.Resource);
        KubernetesDocument read = await documents.GetAsync(ObjectKey.Of(made), default);
        KubernetesDocument changed = await documents.ReplaceStatusAsync(
            read.With(Webhooks.Resources.Patches.JsonPatch.Parse("""[{"op":"add","path":"/status","value":{"namespace":"n"}},{"op":"replace","path":"/spec/display_name","value":"other"}]""")),
            null,
            default);
        Assert.Equal(("Ann", "n"), (changed.Root["spec"u8]["display_name"u8].AsString(), changed.Root["status"u8]["namespace"u8].AsString()));
    }

    private static async Task LeavesStatusAsync(ClientSession session)
    {
        User made = await CreateUserAsync(session);
        await session.Client.Of<User>().PatchStatusAsync(ObjectKey.Of(made), new MergePatch("""{"status":{"namespace":"n"}}"""u8.ToArray()), null, default);
        User changed = await session.Client.Of<User>().PatchAsync(
            ObjectKey.Of(made), new MergePatch("""{"spec":{"display_name":"Ann B."},"status":{"namespace":"other"}}"""u8.ToArray()), null, default);
        Assert.Equal(("Ann B.", "n", made.Metadata.Generation + 1), (changed.Spec.DisplayName, changed.Status.Namespace, changed.Metadata.Generation));
    }

    private static async Task SurvivesStatusAsync(ClientSession session)
    {
        User made = await CreateUserAsync(session);
        DocumentClient documents = session.Client.Of(User.Resource);
        await documents.PatchAsync(ObjectKey.Of(made), new MergePatch("""{"spec":{"foreign":{"a":[1,2]}}}"""u8.ToArray()), null, default);
        await documents.PatchStatusAsync(ObjectKey.Of(made), new MergePatch("""{"status":{"foreign":"yes"}}"""u8.ToArray()), null, default);
        await session.Client.Of<User>().PatchStatusAsync(ObjectKey.Of(made), new MergePatch("""{"status":{"namespace":"n"}}"""u8.ToArray()), null, default);
        KubernetesDocument read = await documents.GetAsync(ObjectKey.Of(made), default);
        Assert.Equal(("[1,2]", "yes", "n"), (read.Root["spec"u8]["foreign"u8]["a"u8].ToString(), read.Root["status"u8]["foreign"u8].AsString(), read.Root["status"u8]["namespace"u8].AsString()));
    }

    private static async Task IsNotStrategicAsync(ClientSession session)
    {
        User made = await CreateUserAsync(session);
        await RefusedAsync(415, StatusReason.UnsupportedMediaType, () => session.Client.Of<User>().PatchAsync(
            ObjectKey.Of(made), new StrategicMergePatch("""{"spec":{}}"""u8.ToArray()), null, default));
    }

    private static async Task IsScaledAsync(ClientSession session)
    {
        ObjectKey key = new(session.Namespace, "a");
        DocumentClient widgets = session.Client.Of(CustomKinds.Widgets);
        await widgets.CreateAsync(
            Document($$$"""{"apiVersion":"client.example.com/v1","kind":"Widget","metadata":{"namespace":"{{{session.Namespace}}}","name":"a"},"spec":{"replicas":2,"color":"red"}}"""), null, default);
        KubernetesDocument scale = await widgets.GetAsync(key, Subresource.Scale, default);
        Assert.Equal(("Scale", "2"), (scale.Kind, scale.Root["spec"u8]["replicas"u8].ToString()));
        await widgets.PatchAsync(key, Subresource.Scale, new MergePatch("""{"spec":{"replicas":5}}"""u8.ToArray()), null, default);
        KubernetesDocument read = await widgets.GetAsync(key, default);
        Assert.Equal(("5", "red"), (read.Root["spec"u8]["replicas"u8].ToString(), read.Root["spec"u8]["color"u8].AsString()));
    }

    private static async Task IsDeletedByLabelAsync(ClientSession session)
    {
        await session.CreateAsync("a", "x");
        await session.CreateAsync("b", "y");
        await session.Client.Of<ConfigMap>().DeleteCollectionAsync(session.Namespace, new() { LabelSelector = LabelSelector.Parse("label=x") }, null, default);
        Assert.Null(await session.Client.Of<ConfigMap>().TryGetAsync(new(session.Namespace, "a"), default));
        Assert.NotNull(await session.Client.Of<ConfigMap>().TryGetAsync(new(session.Namespace, "b"), default));
    }

    private static async Task IsDeletedDryAsync(ClientSession session)
    {
        await session.CreateAsync("a", "x");
        await session.Client.Of<ConfigMap>().DeleteCollectionAsync(
            session.Namespace, new() { LabelSelector = LabelSelector.Parse("label=x") }, new() { DryRun = true, Propagation = DeletionPropagation.Background }, default);
        Assert.NotNull(await session.Client.Of<ConfigMap>().TryGetAsync(new(session.Namespace, "a"), default));
    }

    private static Task IsDeletedInForegroundAsync(ClientSession session) =>
        IsDeletedAsync(session, new() { Propagation = DeletionPropagation.Foreground, GracePeriodSeconds = 0 });

    private static Task IsDeletedWithOrphansAsync(ClientSession session) => IsDeletedAsync(session, new() { Propagation = DeletionPropagation.Orphan });

    private static async Task IsDeletedAsync(ClientSession session, DeleteOptions options)
    {
        ConfigMap made = await session.CreateAsync("a");
        await session.Client.Of<ConfigMap>().DeleteAsync(ObjectKey.Of(made), options, default);
        await Eventually.HoldsAsync(async () => await session.Client.Of<ConfigMap>().TryGetAsync(ObjectKey.Of(made), default) is null);
    }

    private static async Task IsTooLateAsync(ClientSession session)
    {
        ConfigMap made = await session.Client.Of<ConfigMap>().CreateAsync(
            new ConfigMap { Metadata = new() { Namespace = session.Namespace, Name = "a", Finalizers = ["client.example.com/hold"] } }, null, default);
        await session.Client.Of<ConfigMap>().DeleteAsync(ObjectKey.Of(made), null, default);
        await RefusedAsync(422, StatusReason.Invalid, () => session.Client.Of<ConfigMap>().PatchAsync(
            ObjectKey.Of(made), new OperationsPatch("""[{"op":"add","path":"/metadata/finalizers/-","value":"client.example.com/late"}]"""u8.ToArray()), null, default));
        await session.Client.Of<ConfigMap>().PatchAsync(ObjectKey.Of(made), new MergePatch("""{"metadata":{"finalizers":null}}"""u8.ToArray()), null, default);
        Assert.Null(await session.Client.Of<ConfigMap>().TryGetAsync(ObjectKey.Of(made), default));
    }

    private static async Task GivesTokenAsync(ClientSession session)
    {
        DocumentClient accounts = session.Client.Of(new ResourceType("", "v1", "serviceaccounts", "ServiceAccount", IsNamespaced: true));
        await accounts.CreateAsync(Document($$$"""{"metadata":{"namespace":"{{{session.Namespace}}}","name":"bot"}}"""), null, default);
        KubernetesDocument token = await accounts.ActAsync(new(session.Namespace, "bot"), Subresource.Token, """{"spec":{}}"""u8.ToArray(), null, default);
        Assert.Equal(3, token.Root["status"u8]["token"u8].GetString().Split('.').Length);
    }

    private static Task<User> CreateUserAsync(ClientSession session) => session.Client.Of<User>().CreateAsync(
        new User { Metadata = new() { Name = session.Namespace }, Spec = new() { DisplayName = "Ann" } }, null, default);
}
