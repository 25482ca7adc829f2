using Webhooks.Admission.Templates;
using Xunit;
using static Webhooks.Tests.Templates.TemplateFiles;

namespace Webhooks.Tests.Templates;

public class InjectionReaderTests
{
    private const string Label =
        "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '[a-z0-9]([-a-z0-9]*[a-z0-9])?')";

    private const string All = "default, namespaces, order, position, native, hostNetwork, os, onConflict, workloadVolumes";

    [Fact]
    public void A_block_that_says_everything()
    {
        InjectionBlock block = Read(
            "{default: true, namespaces: [shop, 'team-*', 'a?'], order: -5, position: first, native: never, hostNetwork: skip, os: windows, onConflict: deny, workloadVolumes: [data, logs]}");
        Assert.True(block.IsDefault && block.SkipsHostNetwork);
        Assert.Equal(["shop", "team-*", "a?"], block.Namespaces);
        Assert.Equal(-5, block.Order);
        Assert.Equal((InitPosition.First, NativeMode.Never, ConflictMode.Deny), (block.Position, block.Native, block.OnConflict));
        Assert.Equal("windows", block.Os);
        Assert.Equal(["data", "logs"], block.WorkloadVolumes);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{default: null, namespaces: null, order: null, position: null, native: null, hostNetwork: null, os: null, onConflict: null, workloadVolumes: null}")]
    [InlineData("{default: no, namespaces: ['*'], order: 0, position: last, native: auto, hostNetwork: allow, onConflict: keep, workloadVolumes: []}")]
    public void A_block_that_says_nothing_new(string text)
    {
        InjectionBlock block = Read(text);
        Assert.Equal(InjectionBlock.Default with { Namespaces = block.Namespaces, WorkloadVolumes = block.WorkloadVolumes }, block);
        Assert.Equal(["*"], block.Namespaces);
        Assert.Empty(block.WorkloadVolumes);
        Assert.Null(block.Os);
    }

    [Theory]
    [InlineData("position", "last", InitPosition.Last)]
    [InlineData("position", "first", InitPosition.First)]
    [InlineData("native", "auto", NativeMode.Auto)]
    [InlineData("native", "always", NativeMode.Always)]
    [InlineData("native", "never", NativeMode.Never)]
    [InlineData("onConflict", "keep", ConflictMode.Keep)]
    [InlineData("onConflict", "skip", ConflictMode.Skip)]
    [InlineData("onConflict", "deny", ConflictMode.Deny)]
    [InlineData("os", "linux", "linux")]
    [InlineData("os", "windows", "windows")]
    [InlineData("hostNetwork", "allow", false)]
    [InlineData("hostNetwork", "skip", true)]
    public void Each_word_means_what_it_says(string field, string word, object expected)
    {
        InjectionBlock block = Read($"{{{field}: {word}}}");
        object? found = field switch
        {
            "position" => block.Position,
            "native" => block.Native,
            "onConflict" => block.OnConflict,
            "os" => block.Os,
            _ => block.SkipsHostNetwork,
        };
        Assert.Equal(expected, found);
    }

    [Theory]
    [InlineData("§[]", ": must be an object")]
    [InlineData("{§ordr: 1}", ".ordr: unknown field; did you mean \"order\"?")]
    [InlineData("{§enabled: true}", ".enabled: unknown field; the block takes " + All)]
    [InlineData("{default: §'true'}", ".default: must be true or false; remove the quotes")]
    [InlineData("{namespaces: §shop}", ".namespaces: must be a list of globs such as team-*")]
    [InlineData("{namespaces: §[]}", ".namespaces: Required value; name the namespaces that may use the template, or remove the field to allow all")]
    [InlineData("{namespaces: [a, §1]}", ".namespaces[1]: must be a string, not the number 1; put quotes around it")]
    [InlineData("{namespaces: [a, §null]}", ".namespaces[1]: must be a string")]
    [InlineData("{namespaces: [§'']}", ".namespaces[0]: Invalid value: \"\": must not be empty")]
    [InlineData("{namespaces: [§Shop]}", ".namespaces[0]: Invalid value: \"Shop\": must consist of lower case letters, digits, '-', '*' and '?'")]
    [InlineData("{namespaces: [§'a|b']}", ".namespaces[0]: Invalid value: \"a|b\": must consist of lower case letters, digits, '-', '*' and '?'")]
    [InlineData("{namespaces: [§'*-']}", ".namespaces[0]: Invalid value: \"*-\": must neither begin nor end with '-', for no namespace does")]
    [InlineData(
        "{namespaces: [§aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa]}",
        ".namespaces[0]: Invalid value: \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\": must be no more than 63 characters")]
    [InlineData("{order: §first}", ".order: must be an integer of 32 bits")]
    [InlineData("{order: §1.5}", ".order: must be an integer of 32 bits")]
    [InlineData("{order: §2147483648}", ".order: must be an integer of 32 bits")]
    [InlineData("{position: §lst}", ".position: Unsupported value: \"lst\": supported values: \"last\", \"first\"; did you mean \"last\"?")]
    [InlineData("{position: §''}", ".position: Unsupported value: \"\": supported values: \"last\", \"first\"")]
    [InlineData("{native: §no}", ".native: must be one of auto, always, never")]
    [InlineData("{native: §Always}", ".native: Unsupported value: \"Always\": supported values: \"auto\", \"always\", \"never\"; did you mean \"always\"?")]
    [InlineData("{hostNetwork: §true}", ".hostNetwork: must be one of allow, skip")]
    [InlineData("{os: §darwin}", ".os: Unsupported value: \"darwin\": supported values: \"linux\", \"windows\"")]
    [InlineData("{onConflict: §fail}", ".onConflict: Unsupported value: \"fail\": supported values: \"keep\", \"skip\", \"deny\"")]
    [InlineData("{workloadVolumes: §data}", ".workloadVolumes: must be a list of names of volumes")]
    [InlineData("{workloadVolumes: [§{name: data}]}", ".workloadVolumes[0]: must be a string")]
    [InlineData("{workloadVolumes: [§Data]}", ".workloadVolumes[0]: Invalid value: \"Data\": " + Label)]
    [InlineData("{workloadVolumes: [data, §data]}", ".workloadVolumes[1]: Duplicate value: \"data\"; injection.workloadVolumes[0] has it too, change one of them")]
    [InlineData("{workloadVolumes: [§a]}", ".workloadVolumes[0]: Invalid value: \"a\": must not be a volume of the template's own; remove it, or remove volumes[0]")]
    public void Blocks_that_are_refused(string block, string message) => Refuses("volumes: [{name: a}]\ninjection: " + block, "injection" + message);

    [Fact]
    public void All_problems_come_at_once_and_have_the_places_of_the_config_map() => RefusesFile(
        "a.yaml",
        """
        kind: ConfigMap
        metadata: {name: a-initializer}
        data:
          config: |
            injection:
              default: §1
              §postion: first
              order: §high
            §hostPID: true
            volumes:
            - name: data
        """,
        "injection.default: must be true or false",
        "injection.postion: unknown field; did you mean \"position\"?",
        "injection.order: must be an integer of 32 bits",
        $"hostPID: no template brings it: {RefusedFields.Find("hostPID")!.Why}; {RefusedFields.Find("hostPID")!.Remedy}");

    [Fact]
    public void The_table_of_fields_is_what_the_reader_knows()
    {
        Assert.Equal(All, string.Join(", ", InjectionFields.All.Select(field => field.Name)));
        Assert.All(InjectionFields.All.Where(field => field.Words.Length > 0), field => Assert.All(field.Words, word => Read($"{{{field.Name}: {word}}}")));
        Assert.All(InjectionFields.All.Where(field => field.Default.Length > 0), field => Read($"{{{field.Name}: {field.Default}}}"));
    }

    [Fact]
    public void Who_may_use_a_template_does_not_change_its_hash_but_where_its_containers_go_does()
    {
        string plain = Hash("{}");
        Assert.All(
            new[] { "null", "{default: true}", "{namespaces: [a]}", "{order: 1}", "{hostNetwork: skip}", "{os: linux}", "{onConflict: deny}", "{workloadVolumes: [b]}", "{position: last, native: auto}" },
            block => Assert.Equal(plain, Hash(block)));
        string[] moved = [Hash("{position: first}"), Hash("{native: always}"), Hash("{native: never}"), Hash("{position: first, native: never}")];
        Assert.Equal(5, moved.Append(plain).Distinct().Count());
    }

    [Fact]
    public void The_content_is_what_goes_into_pods() =>
        Assert.Equal("{\"volumes\":[{\"name\":\"a\"}]}", Template("{order: 1}").Content.ToString().Replace(" ", "", StringComparison.Ordinal));

    private static InjectionBlock Read(string block) => Template(block).Injection;

    private static string Hash(string block) => Template(block).Hash;

    private static InjectionTemplate Template(string block)
    {
        LoadedTemplates loaded = Load(("agent.yaml", "volumes: [{name: a}]\ninjection: " + block));
        Assert.Empty(loaded.Problems);
        return loaded.Templates.Find("agent")!;
    }
}
