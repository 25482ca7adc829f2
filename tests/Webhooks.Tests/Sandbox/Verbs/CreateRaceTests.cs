using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Xunit;

namespace Webhooks.Tests.Sandbox.Verbs;

/// <summary>Creates between whose check and write the ground goes. The clock is read between them: there the test steps in.</summary>
public sealed class CreateRaceTests : IDisposable
{
    private static readonly GroupResource ConfigMaps = new("", "configmaps");

    private readonly BareCluster _cluster = new();

    [Fact]
    public void Nothing_is_stored_in_a_namespace_that_has_gone_since()
    {
        _cluster.Time.Interrupt(() => _cluster.Remove("namespaces", "n"));

        StatusException refused = Assert.Throws<StatusException>(() => _cluster.Create("configmaps", "n", """{"metadata":{"name":"x"}}"""));

        Assert.Equal((404, "namespaces \"n\" not found"), (refused.Status.Code, refused.Status.Message));
        Assert.Empty(_cluster.Cluster.Store.List(ConfigMaps, "").Objects);
    }

    [Fact]
    public void Nothing_is_stored_in_a_namespace_whose_deletion_has_begun_since()
    {
        _cluster.Time.Interrupt(() => _cluster.Run(new ApiCall { Verb = "delete", Resource = _cluster.Resource("namespaces"), Name = "n" }));

        StatusException refused = Assert.Throws<StatusException>(() => _cluster.Create("configmaps", "n", """{"metadata":{"name":"x"}}"""));

        Assert.True(refused.IsForEndingNamespace);
        Assert.Empty(_cluster.Cluster.Store.List(ConfigMaps, "").Objects);
    }

    [Fact]
    public void A_namespace_that_only_looks_different_since_takes_it()
    {
        _cluster.Time.Interrupt(() => _cluster.Run(new ApiCall
        {
            Verb = "patch",
            Resource = _cluster.Resource("namespaces"),
            Name = "n",
            ContentType = "application/merge-patch+json",
            Body = Encoding.UTF8.GetBytes("""{"metadata":{"labels":{"a":"b"}}}"""),
        }));

        _cluster.Create("configmaps", "n", """{"metadata":{"name":"x"}}""");

        Assert.Single(_cluster.Cluster.Store.List(ConfigMaps, "").Objects);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Nothing_is_stored_of_a_definition_that_has_gone_since(bool comesAgain)
    {
        _cluster.Define("widgets", "Widget");
        ApiResource widgets = _cluster.Resource("widgets");
        _cluster.Time.Interrupt(() =>
        {
            _cluster.Remove("customresourcedefinitions", "widgets.example.com");
            if (comesAgain)
            {
                _cluster.Define("widgets", "Widget");
            }
        });

        StatusException refused = Assert.Throws<StatusException>(() => _cluster.Create(widgets, "n", """{"metadata":{"name":"x"}}"""));

        Assert.Equal(403, refused.Status.Code);
        Assert.Empty(_cluster.Cluster.Store.List(widgets.StoredAs, "").Objects);
    }

    public void Dispose() => _cluster.Dispose();
}
