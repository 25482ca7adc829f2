using System.Globalization;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Tables;
using Xunit;

namespace Webhooks.Tests.Sandbox.Tables;

public class RecordedTableTests
{
    private static readonly DateTimeOffset Now = DateTimeOffset.Parse("2026-01-01T00:05:00Z", CultureInfo.InvariantCulture);
    private static readonly JsonValue Cases = Recording.Read("Tables");

    public static TheoryData<string> Names => [.. Cases.Items().Select(item => item["name"u8].GetString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_is_written_as_the_server_wrote_it(string name)
    {
        JsonValue recorded = Cases.Items().First(item => item["name"u8].AsString() == name);
        TableWriter table = new(
            TableFormat.Of(ResourceOf(recorded)),
            recorded["tableVersion"u8].GetString(),
            Enum.Parse<IncludedObject>(recorded["include"u8].GetString()),
            recorded["hasColumns"u8].Kind == JsonKind.True);
        JsonValue metadata = recorded["table"u8]["metadata"u8];
        ListMetadata list = new(
            metadata["resourceVersion"u8].AsString(),
            metadata["continue"u8].AsString(),
            metadata["remainingItemCount"u8].TryGetInt64(out long remaining) ? remaining : null);

        string written = Recording.Text(writer =>
        {
            if (recorded["single"u8].Kind == JsonKind.True)
            {
                table.Write(recorded["objects"u8].Items().Single(), Now, writer);
            }
            else
            {
                table.Write(list, recorded["objects"u8].Items(), Now, writer);
            }
        });

        Assert.Equal(Recording.Text(writer => writer.WriteCompact(recorded["table"u8])), Compact(written));
    }

    private static string Compact(string json) => Recording.Text(writer => writer.WriteCompact(JsonTree.Parse(json).Root));

    private static ApiResource ResourceOf(JsonValue recorded) => recorded["definition"u8].IsMissing
        ? Definitions.BuiltIn(recorded["group"u8].GetString(), recorded["version"u8].GetString(), recorded["plural"u8].GetString())
        : Definitions.Resources(recorded["definition"u8]).Single(resource => resource.Version == recorded["version"u8].GetString());
}
