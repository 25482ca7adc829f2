using System.Text;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Schemas;
using Webhooks.Schemas.Decoding;
using Webhooks.Schemas.Requests;
using Webhooks.Shared;
using Webhooks.Shared.Fuzz;
using Webhooks.Shared.Oracle;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Fuzz.Objects;

/// <summary>An input is a version of a definition, an object and what it was: whatever they say, the answer is a verdict, and quick.</summary>
public sealed class ObjectFuzz(ITestOutputHelper output)
{
    private static readonly string[] Tokens =
    [
        .. JsonTokens.All, "\"type\":\"array\",", "\"type\":\"integer\",", "\"nullable\":true,", "\"properties\":{", "\"items\":{", "\"default\":", "\"allOf\":[{", "\"oneOf\":[{},",
        "\"not\":{", "\"required\":[\"a\"],", "\"enum\":[", "\"pattern\":\"(a|b)*\",", "\"format\":\"date-time\",", "\"maximum\":", "\"multipleOf\":0.1,", "\"maxLength\":",
        "\"x-kubernetes-list-type\":\"set\",", "\"x-kubernetes-list-type\":\"map\",\"x-kubernetes-list-map-keys\":[\"a\"],", "\"x-kubernetes-preserve-unknown-fields\":true,",
        "\"x-kubernetes-int-or-string\":true,", "\"x-kubernetes-embedded-resource\":true,", "\"additionalProperties\":{", "1.0", "\"spec\":{", "\"metadata\":{",
    ];

    /// <summary>Of one thread, for an object of 64 KB and its schema. Beside other tests the same work takes several times as long.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromMilliseconds(IsWhole ? 50 : 500);

    /// <summary>Runs before the time of a hostile object counts: the first ones are of code that was compiled in haste.</summary>
    private static readonly int WarmUps = IsWhole ? 30 : 0;

    private static bool IsWhole => FuzzRun.Setting("FUZZ_COUNT", 0) > 0;

    [Fact]
    public void Recorded_objects_that_are_damaged_get_an_answer() => Fuzz().Damaged(Corpus(), Tokens, 3_000, output);

    [Fact]
    public void Random_objects_under_random_schemas_get_an_answer()
    {
        int seed = FuzzRun.Setting("FUZZ_SEED", 1936);
        int count = FuzzRun.Setting("FUZZ_COUNT", 3_000);
        FuzzRun fuzz = Fuzz();
        for (int i = 0; i < count; i++)
        {
            fuzz.Once(new ObjectDraws(seed + i).Input(), $"seed {seed + i}");
        }

        output.WriteLine($"{count} schemas from seed {seed}: {fuzz.Totals}");
    }

    [Theory]
    [MemberData(nameof(ObjectFuzzCases.All), MemberType = typeof(ObjectFuzzCases))]
    public void Hostile_objects_and_schemas_get_an_answer(string name, string schema, string value)
    {
        byte[] body = Encoding.UTF8.GetBytes(ObjectDraws.Whole(value));
        Assert.True(body.Length <= 2 * FuzzMutations.LongestInput, $"{body.Length} bytes");
        using JsonTree tree = JsonTree.Parse(ObjectDraws.Input(ObjectDraws.WholeSchema(schema), ObjectDraws.Whole(value), "0"), JsonPolicy.Server);
        for (int i = 0; i < WarmUps; i++)
        {
            Writes(tree.Root).Create(body, FieldValidation.Warn);
            Writes(tree.Root).Update(body, Writes(tree.Root).Store(body), FieldValidation.Warn);
        }

        WriteAnswer? created = null;
        FuzzRun create = new(text => created = Check(Writes(tree.Root).Create(text, FieldValidation.Warn))) { MostTime = MostTime };
        Assert.True(create.Once(body, name));
        JsonValue old = created!.Stored.IsMissing ? Writes(tree.Root).Store(body) : created.Stored;
        FuzzRun update = new(text => Check(Writes(tree.Root).Update(text, old, FieldValidation.Warn))) { MostTime = MostTime };
        Assert.True(update.Once(body, name));
    }

    private static FuzzRun Fuzz() => new(Answer, typeof(JsonFormatException)) { MostTime = MostTime };

    private static byte[][] Corpus() =>
    [
        .. from schema in OracleSchema.ReadAll(Repository.PathOf("tests", "Oracle"))
           where schema.Recorded.IsAllowed
           from one in schema.Cases.Take(3)
           let text = one.Json["object"u8].GetString()
           where text.Length < 4_000 && IsJson(text)
           select Encoding.UTF8.GetBytes(ObjectDraws.Input(schema.Json["schema"u8].ToString(), text, one.Json["oldObject"u8].AsString() ?? text)),
    ];

    private static bool IsJson(string text)
    {
        try
        {
            JsonTree.Parse(text).Dispose();
            return true;
        }
        catch (JsonFormatException)
        {
            return false;
        }
    }

    /// <summary>Answers a create and an update, and holds both to what every answer is.</summary>
    private static void Answer(byte[] text)
    {
        using JsonTree tree = JsonTree.Parse(text, JsonPolicy.Server);
        JsonValue value = tree.Root["object"u8];
        CustomResourceWrites writes = Writes(tree.Root);
        WriteAnswer created = Check(writes.Create(value.RawText.ToArray(), FieldValidation.Warn));
        if (created.Stored.IsMissing)
        {
            created = Check(writes.Create(tree.Root["old"u8].RawText.ToArray(), FieldValidation.Ignore));
        }

        if (!created.Stored.IsMissing)
        {
            WriteAnswer updated = Check(writes.Update(value.RawText.ToArray(), created.Stored, FieldValidation.Strict));
            Assert.True(updated.Refusal == null || updated.Stored.IsMissing);
        }
    }

    private static CustomResourceWrites Writes(JsonValue input) =>
        new(new CustomResourceKind(new GroupVersionKind("oracle.example.com", "v1", "Thing"), input, input["version"u8]));

    private static WriteAnswer Check(WriteAnswer answer)
    {
        Assert.Equal(answer.Refusal == null, !answer.Stored.IsMissing);
        Assert.True(answer.Refusal is null or { Code: 400 or 422 or 500, Message.Length: > 0 });
        return answer;
    }
}
