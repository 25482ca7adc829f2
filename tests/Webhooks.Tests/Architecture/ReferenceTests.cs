using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Xunit;

namespace Webhooks.Tests.Architecture;

public sealed class ReferenceTests
{
    [Fact]
    public void Project_files_reference_what_the_table_allows() =>
        Violations.None(ProjectFile.Sources.SelectMany(project =>
            ReferenceTable.Check(project.Name, project.ProjectReferences, project.OtherReferences)));

    [Fact]
    public void Assemblies_use_what_the_table_allows()
    {
        Dictionary<string, string> projectOf = ProjectFile.Sources.ToDictionary(project => project.AssemblyName, project => project.Name);
        Violations.None(ProjectFile.Sources.SelectMany(project =>
        {
            string[] references = ReferencesOf(project.Load());
            return ReferenceTable.Check(
                project.Name,
                references.Where(projectOf.ContainsKey).Select(reference => projectOf[reference]),
                references.Where(reference => !projectOf.ContainsKey(reference)));
        }));
    }

    [Fact]
    public void These_tests_open_no_socket()
    {
        ProjectFile self = Assert.Single(ProjectFile.Tests, project => project.Name == "Webhooks.Tests");
        Violations.None(
        [
            .. ReferenceTable.CheckOffline(self.Name, self.OtherReferences),
            .. ReferenceTable.CheckOffline(self.Name, ReferencesOf(typeof(ReferenceTests).Assembly)),
            .. ReferenceTable.CheckWords(self.Name, TypesOf(typeof(ReferenceTests).Assembly, "System.Net.Http")),
        ]);
    }

    [Fact]
    public void The_projects_are_found()
    {
        Assert.Contains(ProjectFile.Sources, project => project is { Name: "Webhooks.Server", AssemblyName: "webhooks" });
        Assert.Contains(ProjectFile.Sources, project => project.Name == "Webhooks.Admission" && project.ProjectReferences.Contains("Webhooks.Resources"));
    }

    [Fact]
    public void A_project_file_is_read_with_all_its_references()
    {
        ProjectFile project = ProjectFile.Parse("/x/Webhooks.Client/Webhooks.Client.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <ItemGroup>
                <FrameworkReference Include="Microsoft.AspNetCore.App" />
                <PackageReference Include="Some.Package" />
                <ProjectReference Include="..\Webhooks.Admission\Webhooks.Admission.csproj" />
              </ItemGroup>
            </Project>
            """);

        Assert.Equal("Webhooks.Client", project.AssemblyName);
        Assert.Equal(["Webhooks.Admission"], project.ProjectReferences);
        Assert.Equal(["Some.Package", "Microsoft.AspNetCore.App"], project.OtherReferences);
        Assert.Equal(
            [
                "Webhooks.Client may not reference Webhooks.Admission.",
                "Webhooks.Client may not use Microsoft.AspNetCore.App.",
            ],
            ReferenceTable.Check(project.Name, project.ProjectReferences, project.OtherReferences));
    }

    [Theory]
    [InlineData("Webhooks.Resources", "Webhooks.Admission")]
    [InlineData("Webhooks.Admission", "Webhooks.Client")]
    [InlineData("Webhooks.Admission", "Webhooks.Server")]
    [InlineData("Webhooks.Sandbox", "Webhooks.Admission")]
    [InlineData("Webhooks.Sandbox", "Webhooks.Client")]
    public void A_reference_outside_the_table_is_a_violation(string project, string reference) =>
        Assert.Equal([$"{project} may not reference {reference}."], ReferenceTable.Check(project, [reference], []));

    [Theory]
    [InlineData("Webhooks.Resources", "System.Net.Sockets")]
    [InlineData("Webhooks.Schemas", "System.Net.Http")]
    [InlineData("Webhooks.Admission", "System.Net.Http.Json")]
    [InlineData("Webhooks.Admission", "Microsoft.AspNetCore.Http.Abstractions")]
    [InlineData("Webhooks.Controllers", "Microsoft.AspNetCore.App")]
    public void A_pure_project_that_reaches_for_the_wire_is_a_violation(string project, string reference) =>
        Assert.Equal([$"{project} may not use {reference}."], ReferenceTable.Check(project, [], [reference]));

    [Fact]
    public void A_project_without_a_row_is_a_violation() =>
        Assert.Contains("no row", Assert.Single(ReferenceTable.Check("Webhooks.Misc", [], [])), StringComparison.Ordinal);

    [Theory]
    [InlineData("System.Net.Sockets", 1)]
    [InlineData("System.Net.Http", 0)]
    [InlineData("Microsoft.AspNetCore.Server.Kestrel.Core", 1)]
    [InlineData("Microsoft.AspNetCore.App", 1)]
    [InlineData("Microsoft.AspNetCore.JsonPatch", 0)]
    [InlineData("System.Net.Primitives", 0)]
    [InlineData("System.Text.Json", 0)]
    public void What_could_open_a_socket_is_known(string reference, int violations) =>
        Assert.Equal(violations, ReferenceTable.CheckOffline("Webhooks.Tests", [reference]).Count());

    [Theory]
    [InlineData("HttpMethod", 0)]
    [InlineData("HttpRequestException", 0)]
    [InlineData("HttpClient", 1)]
    [InlineData("HttpMessageInvoker", 1)]
    [InlineData("SocketsHttpHandler", 1)]
    public void What_of_HTTP_is_words_alone_is_known(string type, int violations) =>
        Assert.Equal(violations, ReferenceTable.CheckWords("Webhooks.Tests", [type]).Count());

    [Fact]
    public void The_types_of_HTTP_that_these_tests_use_are_found() =>
        Assert.Contains(nameof(HttpRequestException), TypesOf(typeof(ReferenceTests).Assembly, "System.Net.Http"));

    /// <summary>The types of a namespace that an assembly names.</summary>
    private static string[] TypesOf(Assembly assembly, string @namespace)
    {
        using PEReader file = new(File.OpenRead(assembly.Location));
        MetadataReader metadata = file.GetMetadataReader();
        return
        [
            .. metadata.TypeReferences.Select(metadata.GetTypeReference)
                .Where(type => metadata.StringComparer.Equals(type.Namespace, @namespace))
                .Select(type => metadata.GetString(type.Name)),
        ];
    }

    private static string[] ReferencesOf(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(reference => reference.Name!)];
}
