using System.Text.Json;
using Webhooks.Admission.Reviews;
using Webhooks.Admission.Users;
using Webhooks.Client.Objects;
using Webhooks.Resources.Api;
using Webhooks.Resources.Json;
using Webhooks.Server.Clusters;

namespace Webhooks.Shared.Golden;

/// <summary>One folder below tests/Users: what <c>/validate/users</c> is asked there, and what it should answer.</summary>
/// <param name="Name"><c>group/case</c>.</param>
/// <param name="Folder">Its absolute path.</param>
internal sealed record UserCase(string Name, string Folder) : CaseFolder(Name, Folder)
{
    /// <summary>The answering review, a member on a line.</summary>
    public const string Answer = "answer.json";

    private const string Manifest = "user.yaml";
    private const string Review = "review.json";
    private const string Old = "old.yaml";
    private const string Namespaces = "namespaces.yaml";
    private const string Options = "options";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override IReadOnlyList<string> Expectations { get; } = [Answer];

    /// <summary>The rule, or whatever else, that it is about.</summary>
    public string Group => Name.Split('/')[0];

    /// <summary>The settings: the lines of the file <c>options</c>.</summary>
    public UserOptions Settings => (Has(Options) ? File.ReadAllLines(PathOf(Options)) : []).Select(line => line.Split('=', 2)).Aggregate(
        UserOptions.Default,
        (options, pair) => pair[0] switch
        {
            "--namespace-prefix" => options with { NamespacePrefix = pair[1] },
            "--namespace" => options with { OwnNamespace = pair[1] },
            _ => throw new InvalidDataException($"{Name}/{Options}: {pair[0]} is no option here"),
        });

    /// <summary>The namespaces that there are, as a server has them in its cache; <c>null</c>: nothing is known of any.</summary>
    public INamespaceLookup? Lookup => Has(Namespaces) ? new FixedNamespaces(ReadNamespaces()) : null;

    /// <summary>The review as an API server sends it: pruned, without nulls, with defaults.</summary>
    public byte[] Question => Has(Review) ? File.ReadAllBytes(PathOf(Review)) : ReviewText.Of(OfManifests());

    /// <summary>An answer as the file has it.</summary>
    public static string Written(ReadOnlySpan<byte> answer) => JsonSerializer.Serialize(JsonDocument.Parse(answer.ToArray()).RootElement, Readable) + "\n";

    /// <summary>What the library answers.</summary>
    public string Decide()
    {
        using JsonTree tree = JsonTree.Parse(Question);
        using PooledBuffer answer = new();
        AdmissionReview review = AdmissionReview.Read(tree.Root);
        AdmissionAnswer.Write(review, new UserAdmission(Settings, Lookup).Decide(review.Request), new JsonWriter(answer));
        return Written(answer.WrittenSpan);
    }

    /// <summary>What is wrong with the folder itself, in sentences.</summary>
    public IEnumerable<string> Problems()
    {
        if (Has(Manifest) == Has(Review))
        {
            yield return $"{Name} needs one of {Manifest} and {Review}.";
        }

        foreach (string file in Directory.EnumerateFileSystemEntries(Folder).Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal))
        {
            if (file is not (Manifest or Review or Old or Namespaces or Options or Answer))
            {
                yield return $"{Name} has a file {file} that no case has: rename or remove it.";
            }
        }

        if (!Has(Answer))
        {
            yield return $"{Name} has no expectation: run `make golden` and read what it writes.";
        }
    }

    private AdmissionRequest OfManifests()
    {
        JsonValue user = Read(Manifest);
        JsonValue old = Has(Old) ? Read(Old) : default;
        JsonDraft sent = new(user);
        sent.Remove("status");
        if (old["status"u8] is { IsMissing: false } status)
        {
            sent.Set("status", new JsonDraft(status));
        }

        return new AdmissionRequest(
            "golden", new GroupVersionKind(UserDefinition.Group, "v1", "User"), "", old.IsMissing ? AdmissionOperation.Create : AdmissionOperation.Update,
            user["metadata"u8]["name"u8].AsString() ?? "", "", sent.Freeze(), old, IsDryRun: false);
    }

    private JsonValue Read(string file)
    {
        JsonValue written = CaseFiles.Documents(File.ReadAllBytes(PathOf(file))).Single().Root;
        return UserDefinition.Schema.Default(UserDefinition.Schema.Decode(written));
    }

    private IEnumerable<Namespace> ReadNamespaces() => CaseFiles.Documents(File.ReadAllBytes(PathOf(Namespaces)))
        .Select(document => JsonSerializer.Deserialize(document.Root.RawText, Namespace.Json)!);

    /// <summary>Namespaces that nobody changes.</summary>
    private sealed class FixedNamespaces(IEnumerable<Namespace> items) : INamespaceLookup
    {
        private readonly Dictionary<string, NamespaceFacts> _facts =
            items.Select(KeptNamespace.Of).OfType<Namespace>().ToDictionary(item => item.Metadata.Name, KeptNamespace.Facts, StringComparer.Ordinal);

        public NamespaceFacts? Find(string name) => _facts.TryGetValue(name, out NamespaceFacts found) ? found : null;
    }
}
