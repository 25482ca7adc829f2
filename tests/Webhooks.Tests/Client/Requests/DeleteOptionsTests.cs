using System.Text;
using Webhooks.Client.Objects;
using Webhooks.Client.Requests;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>How something is deleted stands in the body, which is what a server reads.</summary>
public sealed class DeleteOptionsTests
{
    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ObjectKey Key = new("shop", "cart");

    [Fact]
    public void Without_any_there_is_no_body()
    {
        ApiRequest request = ConfigMaps.Delete(Key, new DeleteOptions());
        Assert.Equal(("", 0, "DELETE /api/v1/namespaces/shop/configmaps/cart"), (request.ContentType, request.Body.Length, request.ToString()));
    }

    [Fact]
    public void All_of_them_are_in_the_body_and_none_in_the_query()
    {
        DeleteOptions options = new()
        {
            PreconditionUid = "u\"1",
            PreconditionResourceVersion = "7",
            Propagation = DeletionPropagation.Foreground,
            GracePeriodSeconds = 0,
            DryRun = true,
        };
        ApiRequest request = ConfigMaps.Delete(Key, options);
        Assert.Equal("application/json", request.ContentType);
        Assert.Equal("/api/v1/namespaces/shop/configmaps/cart", request.Target);
        Assert.Equal(
            """{"kind":"DeleteOptions","apiVersion":"v1","gracePeriodSeconds":0,"preconditions":{"uid":"u\u00221","resourceVersion":"7"},"propagationPolicy":"Foreground","dryRun":["All"]}""",
            Encoding.UTF8.GetString(request.Body.Span));
    }

    [Fact]
    public void Of_a_collection_the_query_says_which_and_the_body_how()
    {
        ApiRequest request = ConfigMaps.DeleteCollection("shop", new ListOptions { Limit = 2 }, new DeleteOptions { DryRun = true });
        Assert.Equal("/api/v1/namespaces/shop/configmaps?limit=2", request.Target);
        Assert.Equal("""{"kind":"DeleteOptions","apiVersion":"v1","dryRun":["All"]}""", Encoding.UTF8.GetString(request.Body.Span));
    }
}
