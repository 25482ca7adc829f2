using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Preparing;
using Webhooks.Sandbox.Validation;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Preparing;

/// <summary>Updates, and objects that a merge patch made, end as on kube-apiserver 1.36.2.</summary>
public sealed class RecordedUpdateTests
{
    private static readonly IReadOnlyList<RecordedWrite> Updates = RecordedWrite.Read("updates.json");

    public static TheoryData<int, string> Rows() =>
        RecordedWrite.Rows(Updates, row => $"{row.Scenario} {row.Text("method")} {row.Resource}/{row.Text("subresource")} {row.Status}");

    [Theory]
    [MemberData(nameof(Rows))]
    public void An_update_ends_as_recorded(int index, string name)
    {
        RecordedWrite row = Updates[index];
        ApiResource resource = row.ToResource();
        bool isStatus = row.Text("subresource") == "status";
        JsonValue old = row.Row["old"u8];
        try
        {
            DecodedObject decoded = Decode(row, resource);
            JsonValue value = ObjectDefaults.Fill(resource, decoded.Object);
            value = resource.IsNamespaced ? Comparison.With(value, "namespace", old["metadata"u8]["namespace"u8].GetString()) : value;
            value = value["metadata"u8]["resourceVersion"u8].IsAbsent ? Comparison.With(value, "resourceVersion", "1") : value;
            value = isStatus ? UpdatePreparation.PrepareStatus(resource, value, old, default) : Prepared.Update(resource, value, old);
            IReadOnlyList<StatusCause> causes = isStatus
                ? ObjectValidation.OnStatusUpdate(resource, value, old)
                : ObjectValidation.OnUpdate(resource, value, old);
            Comparison.Require(resource, value, causes);
            Assert.Equal(NormalForm.Of(DecodeTargets.Of(resource), value).ToString(), value.ToString());
            row.AssertAccepted(name, 200, value, decoded.Warnings);
        }
        catch (StatusException refused)
        {
            Assert.True(row.Status >= 400, $"{name}: {refused.Message}");
            Assert.Equal(WithoutText(Comparison.BareStatus(row.Answer)), WithoutText(Comparison.Bare(refused.Status)));
        }
    }

    private static DecodedObject Decode(RecordedWrite row, ApiResource resource)
    {
        FieldValidation validation = row.Query == "fieldValidation=Strict" ? FieldValidation.Strict : FieldValidation.Warn;
        return row.Text("method") == "PATCH"
            ? ObjectDecoder.DecodePatched(DecodeTargets.Of(resource), JsonTree.Parse(row.Body, JsonPolicy.Server).Root, validation)
            : ObjectDecoder.Decode(resource, row.Body, BodyFormat.Json, validation);
    }

    /// <summary>A Status about a patch quotes the whole object, of which the record says only that it stands there.</summary>
    private static string WithoutText(string status)
    {
        const string Start = "patch: Invalid value: ";
        int at = status.IndexOf(Start, StringComparison.Ordinal);
        int end = at < 0 ? -1 : new[] { "\": no kind", "\": json:", "\": strict" }.Max(mark => status.IndexOf(mark, at, StringComparison.Ordinal));
        return end < 0 ? status : status[..at] + status[end..status.IndexOf('\n', end)];
    }
}
