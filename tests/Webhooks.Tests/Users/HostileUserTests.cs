using System.Diagnostics;
using Webhooks.Admission.Reviews;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Xunit;
using static Webhooks.Tests.Users.UserReviews;

namespace Webhooks.Tests.Users;

/// <summary>Questions that no API server asks: they cost little, and the answer is short.</summary>
public sealed class HostileUserTests
{
    private const int Much = 1_000_000;

    /// <summary>Of an answer to whatever is asked: 128 causes of 1,024 characters and their fields, once in the message and once in the details.</summary>
    private const int LongestAnswer = 600_000;

    public static TheoryData<string, string> Shapes => new()
    {
        { "null", "spec: Required value" },
        { "7", """spec: Invalid value: "integer": spec in body must be of type object: "integer" """ },
        { "\"x\"", """spec: Invalid value: "string": spec in body must be of type object: "string" """ },
        { "[]", """spec: Invalid value: "array": spec in body must be of type object: "array" """ },
        { """{"display_name":"A","groups":{"a":"system:masters"}}""", """spec.groups: Invalid value: "object": spec.groups in body must be of type array: "object" """ },
        { """{"display_name":"A","groups":[["system:masters"]]}""", """spec.groups[0]: Invalid value: "array": spec.groups[0] in body must be of type string: "array" """ },
        { """{"display_name":"A","quota":["cpu"]}""", """spec.quota: Invalid value: "array": spec.quota in body must be of type object: "array" """ },
        { """{"display_name":"A","quota":{"cpu":{}}}""", """spec.quota.cpu: Invalid value: "object": spec.quota.cpu in body must be of type integer,string: "object" """ },
        { """{"display_name":"A","subject":{}}""", """spec.subject: Invalid value: "object": spec.subject in body must be of type string: "object" """ },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Another_form_is_refused_by_the_schema_and_passed_over_by_the_rules(string spec, string cause)
    {
        Status status = Refuses(Create(User(spec))).Status;
        Assert.StartsWith(cause == "spec: Required value" ? "spec: " : cause.TrimEnd(), status.Details!.Causes[0].ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(status.Details.Causes, one => one.Message.Contains("docs/users.md", StringComparison.Ordinal));
        Refuses(Update(User(spec), User()));
        Assert.Equal("valid", Allows(Update(User(), User(spec))));
    }

    [Fact]
    public void A_name_of_another_form_leaves_that_of_the_request() =>
        Assert.Equal("valid", Allows(Request("CREATE", $$"""{"apiVersion":"users.example.com/v1","kind":"User","metadata":{"name":7},"spec":{{Spec}}}""", "null")));

    [Theory]
    [InlineData("7")]
    [InlineData("[]")]
    public void Metadata_of_another_form_are_refused(string metadata) => Assert.Equal(
        "metadata", Fields(Refuses(Request("CREATE", $$"""{"apiVersion":"users.example.com/v1","kind":"User","metadata":{{metadata}},"spec":{{Spec}}}""", "null")).Status)[0]);

    [Fact]
    public void Without_end_is_refused_in_short()
    {
        string many = string.Join(',', Enumerable.Repeat("\"system:x\"", Much));
        AssertShort(Create(User($$"""{"display_name":"A","groups":[{{many}}]}""")));
        AssertShort(Update(User($$"""{"display_name":"A","groups":[{{many}}]}"""), User($$"""{"display_name":"B","groups":[{{many}}]}""")));
        AssertShort(Create(User($$"""{"display_name":"{{new string('x', Much)}}"}""")));
        AssertShort(Create(User(name: new string('.', Much))));
        AssertShort(Create(User($$"""{"display_name":"A","groups":[{{string.Join(',', Enumerable.Range(0, 9_000).Select(i => $"\"system:{i}\""))}}]}""")));
        AssertShort(Create(User(Quota("A", "", 9_000))));
    }

    [Fact]
    public void What_was_there_in_number_is_found_again_in_time()
    {
        string groups = string.Join(',', Enumerable.Range(0, 5_000).Select(i => $"\"system:{i}\""));
        string old = User(Quota("A", string.Join(',', Enumerable.Range(0, 300_000).Select(i => $"\"system:{i}\"")), 100_000));
        long began = Stopwatch.GetTimestamp();
        Status status = Refuses(Update(User(Quota("B", groups, 5_000)), old)).Status;
        Assert.DoesNotContain(status.Details!.Causes, cause => cause.Message.Contains("docs/users.md", StringComparison.Ordinal));
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_status_is_not_looked_at()
    {
        string status = $$"""{"conditions":[{{string.Join(',', Enumerable.Repeat("1", Much))}}]}""";
        Assert.Equal("valid", Allows(Create(User(status: status))));
    }

    private static string Quota(string name, string groups, int keys) =>
        $$$"""{"display_name":"{{{name}}}","groups":[{{{groups}}}],"quota":{ {{{string.Join(',', Enumerable.Range(0, keys).Select(i => $"\"{i}\":-1"))}}} }}""";

    private static void AssertShort(AdmissionRequest request)
    {
        (_, Status status) = Refuses(request);
        using PooledBuffer answer = new();
        status.Write(new JsonWriter(answer));
        Assert.InRange(answer.Length, 1, LongestAnswer);
        Assert.DoesNotContain(status.Message, char.IsControl);
        Assert.InRange(status.Details!.Causes.Length, 1, 128);
    }
}
