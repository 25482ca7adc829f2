using System.Reflection;
using System.Xml.Linq;
using Webhooks.Tests.Architecture.Examples;
using Xunit;

namespace Webhooks.Tests.Architecture;

public sealed class DocumentationTests
{
    [Fact]
    public void Everything_public_says_more_than_its_name() =>
        Violations.None(ProjectFile.Sources.SelectMany(project =>
        {
            Assembly assembly = project.Load();
            return PublicDocumentation.Check(assembly.GetTypes(), DocumentationOf(project.AssemblyName));
        }));

    [Fact]
    public void Every_shape_of_member_is_found_in_the_documentation_file() =>
        Violations.None(Check(
            typeof(DocumentedExample<>), typeof(DocumentedExample<>.Nested), typeof(DocumentedRecord), typeof(DocumentedRecordStruct),
            typeof(DocumentedEnum), typeof(DocumentedDelegate), typeof(IDocumented)));

    [Fact]
    public void A_missing_or_empty_comment_is_a_violation()
    {
        const string Example = "Webhooks.Tests.Architecture.Examples.Undocumented";
        Assert.Equal(
            [
                $"F:{Example}Enum.No has no documentation.",
                $"F:{Example}Example.Limit has no documentation.",
                $"M:{Example}Example.#ctor(System.Int32) has no documentation.",
                $"M:{Example}Example.Reset has no documentation.",
                $"M:{Example}Example.Run has no documentation.",
                $"P:{Example}Example.MountPath: \"Gets or sets the mount path.\" says no more than its name.",
                $"P:{Example}Example.Size: \"Gets the  Size .\" says no more than its name.",
                $"P:{Example}Record.Size has no documentation.",
                $"T:{Example}Enum has no documentation.",
                $"T:{Example}Example has no documentation.",
            ],
            Check(typeof(UndocumentedExample), typeof(UndocumentedRecord), typeof(UndocumentedEnum)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_type_that_nobody_outside_sees_needs_no_comment() =>
        Assert.Empty(PublicDocumentation.Check([typeof(Violations)], new XDocument()));

    private static IEnumerable<string> Check(params Type[] types) =>
        PublicDocumentation.Check(types, DocumentationOf("Webhooks.Tests"));

    private static XDocument DocumentationOf(string assembly) =>
        XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"));
}
