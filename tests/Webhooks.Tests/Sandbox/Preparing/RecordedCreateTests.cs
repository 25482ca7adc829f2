using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Decoding;
using Webhooks.Sandbox.Defaulting;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Validation;
using Webhooks.Schemas.Decoding;
using Xunit;

namespace Webhooks.Tests.Sandbox.Preparing;

/// <summary>Objects are decoded, filled, prepared and judged as kube-apiserver 1.36.2 did, create by create.</summary>
public sealed class RecordedCreateTests
{
    private static readonly IReadOnlyList<RecordedWrite> Creates = RecordedWrite.Read("creates.json");

    public static TheoryData<int, string> Rows() =>
        RecordedWrite.Rows(Creates, row => $"{row.Scenario} {row.Resource} {row.Status}");

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_create_ends_as_recorded(int index, string name)
    {
        RecordedWrite row = Creates[index];
        ApiResource resource = row.ToResource();
        try
        {
            FieldValidation validation = Validation(row.Query);
            DecodedObject decoded = ObjectDecoder.Decode(resource, row.Body, row.IsYaml ? BodyFormat.Yaml : BodyFormat.Json, validation);
            JsonValue value = Named(resource, row, ObjectDefaults.Fill(resource, decoded.Object));
            value = Prepared.Create(resource, value);
            IReadOnlyList<StatusCause> causes = ObjectValidation.OnCreate(resource, value);
            Comparison.Require(resource, value, causes);
            // Only what was changed was written anew: all the same the whole has the form.
            Assert.Equal(NormalForm.Of(DecodeTargets.Of(resource), value).ToString(), value.ToString());
            row.AssertAccepted(name, 201, value, decoded.Warnings);
        }
        catch (StatusException refused)
        {
            Assert.True(row.Status >= 400, $"{name}: {refused.Message}");
            Assert.Equal(Comparison.BareStatus(row.Answer), Comparison.Bare(refused.Status));
        }
    }

    private static FieldValidation Validation(string query)
    {
        string? word = query.StartsWith("fieldValidation=", StringComparison.Ordinal) ? query[16..] : null;
        return FieldValidationWord.TryRead(word, out FieldValidation validation, out StatusCause problem)
            ? validation
            : throw new StatusException(Status.Invalid(new GroupKind("meta.k8s.io", "CreateOptions"), "", [problem]));
    }

    /// <summary>With the namespace of the path, and a name where only its beginning was given.</summary>
    private static JsonValue Named(ApiResource resource, RecordedWrite row, JsonValue value)
    {
        JsonDraft draft = new(value);
        JsonDraft metadata = draft.Child("metadata");
        if (resource.IsNamespaced)
        {
            metadata.SetText("namespace", row.Text("namespace"));
        }
        else
        {
            metadata.Remove("namespace");
        }

        if (metadata.Text("generateName") is { Length: > 0 } prefix && metadata.Text("name").Length == 0)
        {
            metadata.SetText("name", prefix[..Math.Min(prefix.Length, 58)] + "abcde");
        }

        return ObjectDefaults.Fill(resource, draft.Freeze(JsonPolicy.Server));
    }
}
