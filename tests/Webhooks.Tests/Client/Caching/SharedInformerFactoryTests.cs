using Webhooks.Client.Caching;
using Webhooks.Client.Objects;
using Webhooks.Client.Watching;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

public sealed class SharedInformerFactoryTests
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SilentTransport _transport = new();
    private readonly SharedInformerFactory _factory;

    public SharedInformerFactoryTests() => _factory = new SharedInformerFactory(_transport);

    [Fact]
    public void There_is_one_informer_of_a_resource_a_namespace_and_a_selection()
    {
        SharedInformer<ConfigMap> all = _factory.Get<ConfigMap>();
        SharedInformer<ConfigMap> some = _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "ns" });
        SharedInformer<ConfigMap> few = _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "ns", LabelSelector = "a=b" });
        SharedInformer<ConfigMap> one = _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "ns", FieldSelector = "metadata.name=a" });
        Assert.Equal(4, new HashSet<Informer> { all, some, few, one }.Count);
        Assert.Same(all, _factory.Get(new ReflectorOptions<ConfigMap> { PageSize = 3 }));
        Assert.Same(few, _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "ns", LabelSelector = "a=b" }));
        Assert.Equal(4, _factory.Read().Length);
    }

    [Fact]
    public void Two_transforms_are_no_one_informer()
    {
        _factory.Get<ConfigMap>();
        InvalidOperationException refusal = Assert.Throws<InvalidOperationException>(() => _factory.Get(new ReflectorOptions<ConfigMap> { Transform = _ => null }));
        Assert.Equal("Informer configmaps has another transform: ask for the same one, or another selection.", refusal.Message);
    }

    [Fact]
    public async Task A_cancelled_run_ends_all_informers_in_good_order()
    {
        SharedInformer<ConfigMap> early = _factory.Get<ConfigMap>();
        using CancellationTokenSource end = new();
        Task run = _factory.RunAsync(end.Token);
        SharedInformer<ConfigMap> late = _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "late" });
        await _transport.Asked(2).WaitAsync(Longest);
        Assert.False(run.IsCompleted);
        await end.CancelAsync();
        await run.WaitAsync(Longest);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => early.WhenSyncedAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => late.WhenSyncedAsync());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _factory.WhenSyncedAsync());
        Assert.Same(early, _factory.Get<ConfigMap>());
        Assert.Throws<InvalidOperationException>(() => _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = "later" }));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _factory.RunAsync(default));
    }

    [Fact]
    public async Task The_first_failure_ends_all()
    {
        SharedInformer<ConfigMap> other = _factory.Get<ConfigMap>();
        Task run = _factory.RunAsync(default);
        await _transport.Asked(1).WaitAsync(Longest);
        _factory.Get(new ReflectorOptions<ConfigMap> { Namespace = SilentTransport.Fault });
        Assert.Equal("a fault of ours", (await Assert.ThrowsAsync<InvalidOperationException>(() => run.WaitAsync(Longest))).Message);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => other.WhenSyncedAsync());
    }

    [Fact]
    public void Indexes_come_with_the_informer()
    {
        SharedInformer<ConfigMap> informer = new(
            _transport, indexes: new Dictionary<string, Func<ConfigMap, IEnumerable<string>>> { [ObjectIndexes.ByNamespace] = ObjectIndexes.Namespaces });
        Assert.Empty(informer.Lister.ByIndex(ObjectIndexes.ByNamespace, "ns"));
        informer.AddIndex(ObjectIndexes.ByNamespace, ObjectIndexes.Namespaces);
        Assert.Throws<InvalidOperationException>(() => informer.AddIndex(ObjectIndexes.ByNamespace, ObjectIndexes.ControllerUids));
        Assert.Equal("configmaps", informer.Name);
    }

    [Fact]
    public void Who_manages_an_object_is_known_by_uid_and_others_who_own_it_do_not_count()
    {
        ConfigMap map = new() { Metadata = new ObjectMeta { Namespace = "ns", OwnerReferences = [new("v1", "Pod", "p", "one"), new("v1", "Pod", "q", "two", Controller: true)] } };
        Assert.Equal(["two"], ObjectIndexes.ControllerUids(map));
        Assert.Equal(["ns"], ObjectIndexes.Namespaces(map));
        Assert.Empty(ObjectIndexes.ControllerUids(new ConfigMap()));
    }
}
