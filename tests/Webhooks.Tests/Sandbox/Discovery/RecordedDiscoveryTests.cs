using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Discovery;
using Webhooks.Sandbox.Kinds;
using Xunit;

namespace Webhooks.Tests.Sandbox.Discovery;

public class RecordedDiscoveryTests
{
    private static readonly JsonValue Cases = Recording.Read("Discovery");

    public static TheoryData<string> Names => [.. Cases.Items().Select(item => item["name"u8].GetString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_document_says_what_the_server_said(string name)
    {
        JsonValue recorded = Cases.Items().Single(item => item["name"u8].AsString() == name);
        DiscoveryDocuments documents = new([.. BuiltInKinds.All, .. Definitions.Resources(recorded["definition"u8])], "127.0.0.1:6443");
        byte[] document = Find(documents, recorded["path"u8].GetString(), recorded["aggregated"u8].GetString()).ToArray();
        JsonValue body = recorded["body"u8];

        Assert.Null(Subset.Missing(body, JsonTree.Parse(document).Root));
        if (recorded["partial"u8].Kind == JsonKind.False)
        {
            Assert.Equal(Recording.Text(writer => writer.WriteCompact(body)), Encoding.UTF8.GetString(document));
        }
    }

    private static ReadOnlyMemory<byte> Find(DiscoveryDocuments documents, string path, string aggregated) => path.Split('/') switch
    {
        ["", "version"] => DiscoveryDocuments.Version,
        ["", "api"] => aggregated.Length > 0 ? documents.AggregatedCore(aggregated) : documents.CoreVersions,
        ["", "apis"] => aggregated.Length > 0 ? documents.AggregatedGroups(aggregated) : documents.GroupList,
        ["", "api", var version] => documents.Resources(new GroupVersion("", version))!.Value,
        ["", "apis", var group] => documents.Group(group)!.Value,
        ["", "apis", var group, var version] => documents.Resources(new GroupVersion(group, version))!.Value,
        _ => documents.Index,
    };
}
