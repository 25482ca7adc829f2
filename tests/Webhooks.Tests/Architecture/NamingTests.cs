using System.Reflection;
using System.Runtime.CompilerServices;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Architecture;

public sealed class NamingTests
{
    [Fact]
    public void Types_are_named_for_what_they_give() =>
        Violations.None(Naming.Check([.. ProjectFile.Sources.SelectMany(project => TypesOf(project.Load()))]));

    [Fact]
    public void So_are_the_types_of_these_tests() =>
        Violations.None(Naming.Check([.. TypesOf(typeof(NamingTests).Assembly)]));

    [Fact]
    public void Namespaces_follow_folders() =>
        Violations.None(RepositoryFiles.Source()
            .Select(path => Naming.CheckFolder(path, File.ReadAllText(Repository.PathOf(path))))
            .OfType<string>());

    [Theory]
    [InlineData("Webhooks.Resources.Json", "Json")] // in the namespace itself
    [InlineData("Webhooks.Resources.Json.Text", "Json")] // below it
    [InlineData("Webhooks.Resources", "Json")] // above it
    [InlineData("Webhooks.Resources.Json", "Webhooks")] // the first part counts too
    public void A_type_named_as_a_namespace_around_it_is_a_violation(string @namespace, string name) =>
        Assert.Contains(
            $"{@namespace}.{name} has the name of the namespace",
            Assert.Single(Naming.Check([new(@namespace, name), new("Webhooks.Resources.Json", "Node")])),
            StringComparison.Ordinal);

    [Fact]
    public void A_type_named_as_a_namespace_elsewhere_is_not() =>
        Assert.Empty(Naming.Check([new("Webhooks.Resources.Yaml", "Json"), new("Webhooks.Resources.Json", "Node")]));

    [Theory]
    [InlineData("JsonUtils", 1)]
    [InlineData("PodHelper", 1)]
    [InlineData("PodHelpers", 1)]
    [InlineData("LeaseManager", 1)]
    [InlineData("UserService", 1)]
    [InlineData("QueueImpl", 1)]
    [InlineData("Common", 1)]
    [InlineData("Core", 1)]
    [InlineData("Service", 0)]
    [InlineData("Score", 0)]
    [InlineData("ManagerOf", 0)]
    public void A_name_that_says_nothing_is_a_violation(string name, int violations) =>
        Assert.Equal(violations, Naming.Check([new("Webhooks.Resources", name)]).Count());

    [Fact]
    public void A_namespace_that_says_nothing_is_a_violation() =>
        Assert.Single(Naming.Check([new("Webhooks.Resources.Common", "Node")]));

    [Fact]
    public void Generic_types_go_by_their_name() =>
        Assert.Equal(new TypeName("System.Collections.Generic", "List"), TypeName.Of(typeof(List<>)));

    [Theory]
    [InlineData("src/Webhooks.Server/CommandLine/Inject.cs", "namespace Webhooks.Server.CommandLine;", null)]
    [InlineData("src/Webhooks.Server/Program.cs", "return 0;", null)]
    [InlineData("tests/Shared/Repository.cs", "namespace Webhooks.Shared;", null)]
    [InlineData("src/Webhooks.Server/CommandLine/Inject.cs", "using System;\n\nnamespace Webhooks.Server;\n", "Webhooks.Server.CommandLine")]
    [InlineData("tests/Webhooks.Tests/Json/Numbers.cs", "namespace Webhooks.Tests.Yaml { }", "Webhooks.Tests.Json")]
    public void A_namespace_other_than_the_folder_is_a_violation(string path, string source, string? expected)
    {
        string? violation = Naming.CheckFolder(path, source);
        Assert.Equal(expected is null, violation is null);
        Assert.EndsWith(expected is null ? "" : $"says {expected}.", violation ?? "", StringComparison.Ordinal);
    }

    // Written by us: not what the compiler and its generators add.
    private static IEnumerable<TypeName> TypesOf(Assembly assembly) =>
        assembly.GetTypes()
            .Where(type => type.Namespace?.StartsWith("Webhooks", StringComparison.Ordinal) == true && !type.IsDefined(typeof(CompilerGeneratedAttribute)))
            .Select(TypeName.Of);
}
