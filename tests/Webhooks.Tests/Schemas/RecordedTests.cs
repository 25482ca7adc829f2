using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.Tests.Schemas;

public sealed class RecordedTests
{
    private static readonly string Folder = Repository.PathOf("tests", "Webhooks.Tests", "Schemas", "Recorded");

    private static readonly Dictionary<string, RecordedSchema> Schemas = RecordedSchema.ReadAll(Folder).ToDictionary(schema => schema.Name);

    public static TheoryData<string> Names => [.. Schemas.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Objects_are_answered_as_the_server_did(string name) =>
        Assert.Empty(Schemas[name].Cases.SelectMany(one => RecordedJudgement.Differences(one).Select(difference => $"{one.Name}: {difference}")));

    [Theory]
    [MemberData(nameof(Names))]
    public void Definitions_are_answered_as_the_server_did(string name)
    {
        RecordedSchema schema = Schemas[name];
        SchemaVerdict verdict = CrdChecks.OnCreate(schema.Definition);
        HashSet<StatusCause> recorded =
        [
            .. schema.Json["crdCauses"u8].Items().Select(cause => new StatusCause(
                cause["reason"u8].GetString(), cause["message"u8].GetString(), cause["field"u8].AsString() ?? "")),
        ];
        Assert.Equal(
            recorded.Select(cause => cause.ToString()).Order(StringComparer.Ordinal),
            verdict.Causes.Select(cause => cause.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(schema.Json["crdAccepted"u8].Kind == JsonKind.True, verdict.Causes.IsEmpty);
        Assert.Equal(
            schema.Json["crdWarnings"u8].Items().Select(warning => warning.GetString()),
            CrdChecks.Warnings(schema.Definition));
    }

    [Fact]
    public void There_is_something_to_judge() => Assert.InRange(Schemas.Values.Sum(schema => schema.Cases.Count()), 40, 60);
}
