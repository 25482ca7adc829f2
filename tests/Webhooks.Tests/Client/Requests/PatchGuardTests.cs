using System.Reflection;
using Webhooks.Client.Objects;
using Webhooks.Client.Reconciling.Statuses;
using Webhooks.Client.Requests;
using Xunit;

namespace Webhooks.Tests.Client.Requests;

/// <summary>What must not be sent can't be written down.</summary>
public sealed class PatchGuardTests
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly ResourceRequests ConfigMaps = ResourceRequests.For<ConfigMap>();
    private static readonly ObjectKey Key = new("shop", "cart");
    private static readonly Type[] Types = typeof(Patch).Assembly.GetTypes();

    [Fact]
    public void K9_an_apply_says_who_applies()
    {
        ApplyPatch patch = new("{}"u8.ToArray(), "me");
        Assert.Equal("/api/v1/namespaces/shop/configmaps/cart?fieldManager=me", ConfigMaps.Patch(Key, patch).Target);
        Assert.ThrowsAny<ArgumentException>(() => new ApplyPatch("{}"u8.ToArray(), ""));
        Assert.ThrowsAny<ArgumentException>(() => new ApplyPatch("{}"u8.ToArray(), " "));
        Assert.ThrowsAny<ArgumentException>(() => new ApplyPatch("{}"u8.ToArray(), null!));
        Assert.Throws<ArgumentException>(() => ConfigMaps.Patch(Key, patch, new PatchOptions { FieldManager = "another" }));
    }

    [Fact]
    public void K9_an_apply_alone_is_forced()
    {
        ApplyPatch forced = new("{}"u8.ToArray(), "me") { Force = true };
        Assert.Equal("/api/v1/namespaces/shop/configmaps/cart?fieldManager=me&force=true", ConfigMaps.Patch(Key, forced).Target);
        Assert.Equal(
            [typeof(ApplyPatch)],
            Types.Where(type => type.IsPublic && type.GetMembers(All).Any(member => member.Name.Contains("Force", StringComparison.Ordinal) && member is PropertyInfo)));
        Assert.Equal(
            "/api/v1/namespaces/shop/configmaps/cart?dryRun=All&fieldManager=me",
            ConfigMaps.Patch(Key, new MergePatch("{}"u8.ToArray()), new PatchOptions { DryRun = true, FieldManager = "me" }).Target);
    }

    [Fact]
    public void K9_a_patch_is_made_of_a_document_and_never_of_a_record()
    {
        Type[] patches = [.. Types.Where(type => type.IsSubclassOf(typeof(Patch)))];
        Assert.Equal(
            [nameof(ApplyPatch), nameof(MergePatch), nameof(OperationsPatch), nameof(StrategicMergePatch)],
            patches.Select(type => type.Name).Order(StringComparer.Ordinal));
        Assert.All(patches, type => Assert.True(type.IsSealed));
        Assert.All(typeof(Patch).GetConstructors(All), constructor => Assert.True(constructor.IsFamilyAndAssembly, "a Patch can be made elsewhere"));

        // Wherever one comes from: its constructors, and all that return one; but for what differs between two statuses,
        // which says nothing of what their record does not know.
        IEnumerable<MethodBase> makers = patches.SelectMany(type => type.GetConstructors(All)).Cast<MethodBase>()
            .Concat(Types.SelectMany(type => type.GetMethods(All)).Where(method => method.ReturnType.IsAssignableTo(typeof(Patch)) && method.DeclaringType != typeof(StatusPatch)));
        Assert.All(
            makers.SelectMany(maker => maker.GetParameters()).Select(parameter => parameter.ParameterType),
            type => Assert.False(type.IsGenericParameter || type.IsAssignableTo(typeof(IKubernetesObject)) || type == typeof(object), $"a patch can be made of a {type}"));
    }

    [Fact]
    public void A_patch_has_a_document()
    {
        Assert.Throws<ArgumentException>(() => new MergePatch(default));
        Assert.Throws<ArgumentException>(() => new StrategicMergePatch(default));
        Assert.Throws<ArgumentException>(() => new OperationsPatch(default(ReadOnlyMemory<byte>)));
        Assert.Throws<ArgumentException>(() => new ApplyPatch(default, "me"));
    }
}
