using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Webhooks.Client.Caching;
using Xunit;

namespace Webhooks.Tests.Client.Caching;

public sealed class CachingTypesTests
{
    private static readonly Type[] Visible =
        [.. typeof(Informer).Assembly.GetExportedTypes().Where(type => type.Namespace == typeof(Informer).Namespace)];

    [Fact]
    public void S11_what_caches_hand_out_cannot_be_changed()
    {
        Assert.Contains(typeof(Lister<>), Visible);
        Assert.All(Visible, type => Assert.Empty(type.GetFields(BindingFlags.Public | BindingFlags.Instance)));
        Assert.All(Visible.SelectMany(type => type.GetProperties()), property =>
        {
            Assert.True(property.SetMethod is not { IsPublic: true } set || IsInit(set), $"{property.DeclaringType}.{property.Name} can be set");
            Assert.True(IsFixed(property.PropertyType), $"{property.DeclaringType}.{property.Name} can be changed in its place");
        });
        Assert.All(typeof(Lister<>).GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly), method =>
            Assert.True(method.ReturnType.IsGenericParameter || IsFixed(method.ReturnType), $"what {method} returns can be changed"));
    }

    // Whoever knows what a list really is could cast it back.
    [Fact]
    public void S11_a_list_is_read_only_whatever_it_is_cast_to()
    {
        ObjectStore<Webhooks.Client.Objects.ConfigMap> store = new();
        store.Set(Maps.Map("a", 1), []);
        object list = new Lister<Webhooks.Client.Objects.ConfigMap>(store).List();
        Assert.DoesNotContain(list.GetType().GetInterfaces(), type => type.Name.StartsWith("ICollection", StringComparison.Ordinal) || type.Name.StartsWith("IList", StringComparison.Ordinal));
    }

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static bool IsFixed(Type type) => type.IsPrimitive || type == typeof(string) || type == typeof(Task) || type == typeof(Type)
        || Visible.Contains(type.IsGenericType ? type.GetGenericTypeDefinition() : type)
        || (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(ImmutableArray<>) || type.GetGenericTypeDefinition() == typeof(IReadOnlyCollection<>)));
}
