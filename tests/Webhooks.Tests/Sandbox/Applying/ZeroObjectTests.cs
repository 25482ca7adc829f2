using Webhooks.Resources.Api;
using Webhooks.Sandbox.Applying;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.Tests.Sandbox.Applying;

public class ZeroObjectTests
{
    [Theory]
    [InlineData("", "ConfigMap", """{"metadata":{},"apiVersion":"v1","kind":"ConfigMap"}""")]
    [InlineData("", "Pod", """{"metadata":{},"spec":{"containers":null},"status":{},"apiVersion":"v1","kind":"Pod"}""")]
    [InlineData("apps", "Deployment", """{"metadata":{},"spec":{"selector":null,"strategy":{},"template":{"metadata":{},"spec":{"containers":null}}},"status":{},"apiVersion":"apps/v1","kind":"Deployment"}""")]
    public void It_has_what_Go_writes_of_a_new_object(string group, string kind, string expected)
    {
        GroupVersionKind gvk = new(group, "v1", kind);
        Assert.Equal(expected, ZeroObject.Of(gvk, BuiltInData.SchemaOf(gvk)).ToString());
    }
}
