using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Owning;
using Webhooks.Shared.Reconciling;
using Xunit;

namespace Webhooks.Tests.Client.Reconciling.Owning;

public sealed class ControllerReferenceTests
{
    private static readonly Widget Owner = new() { Metadata = new ObjectMeta { Name = "one", Uid = "u1" } };

    [Fact]
    public void C9_a_child_is_known_by_the_uid_of_its_controller_and_never_by_name()
    {
        OwnerReference reference = ControllerReference.To(Owner);
        Assert.Equal(new OwnerReference("example.com/v1", "Widget", "one", "u1", true, true), reference);
        Assert.True(ControllerReference.Owns(Owner, Child(reference)));
        Assert.True(ControllerReference.Owns(Owner, Child(new OwnerReference("v1", "Pod", "p", "u0"), reference with { Name = "renamed" })));
        Assert.False(ControllerReference.Owns(Owner, Child(reference with { Uid = "u2" })));
        Assert.False(ControllerReference.Owns(Owner, Child(reference with { Controller = null })));
        Assert.False(ControllerReference.Owns(Owner, Child()));
        Assert.False(ControllerReference.Owns(new Widget(), Child(reference with { Uid = "" })));
    }

    [Fact]
    public void C9_the_index_has_a_child_under_the_uid_of_its_controller()
    {
        OwnerReference reference = ControllerReference.To(Owner);
        Assert.Equal(["u1"], OwnerIndex.ValuesOf(Child(new OwnerReference("v1", "Pod", "p", "u0"), reference)));
        Assert.Empty(OwnerIndex.ValuesOf(Child(new OwnerReference("v1", "Pod", "p", "u0"))));
    }

    [Fact]
    public void An_owner_without_a_uid_was_not_read_from_a_server() =>
        Assert.Throws<ArgumentException>(() => ControllerReference.To(new Widget { Metadata = new ObjectMeta { Name = "one" } }));

    [Theory]
    [InlineData("example.com/v1", "Widget", true)]
    [InlineData("example.com/v2beta1", "Widget", true)]
    [InlineData("example.com/v1", "Gadget", false)]
    [InlineData("example.org/v1", "Widget", false)]
    [InlineData("v1", "Widget", false)]
    public void A_reference_is_to_a_kind_whatever_its_version(string apiVersion, string kind, bool expected) =>
        Assert.Equal(expected, ControllerReference.IsTo<Widget>(new OwnerReference(apiVersion, kind, "one", "u1")));

    private static ConfigMap Child(params OwnerReference[] owners) => new() { Metadata = new ObjectMeta { Name = "one", OwnerReferences = [.. owners] } };
}
