using Webhooks.Client.Configuration;
using Webhooks.Shared;
using Webhooks.Shared.Golden;

namespace Webhooks.Tests.Client.Configuration;

/// <summary>One folder below Data/kubeconfigs: kubeconfig files, and the text that says what they mean.</summary>
/// <param name="Name">The folder's name.</param>
internal sealed record KubeconfigCase(string Name) : CaseFolder(Name, Path.Combine(Root, Name))
{
    private const string Expected = "expected.txt";

    public static string Root { get; } = Repository.PathOf("tests", "Webhooks.Tests", "Data", "kubeconfigs");

    public static IReadOnlyList<KubeconfigCase> All { get; } =
        [.. Directory.EnumerateDirectories(Root).Select(folder => new KubeconfigCase(Path.GetFileName(folder))).OrderBy(one => one.Name, StringComparer.Ordinal)];

    public override IReadOnlyList<string> Expectations => [Expected];

    /// <summary>What is printed about the options, or the error.</summary>
    public IReadOnlyDictionary<string, string> Run()
    {
        string[] arguments = Has("arguments") ? File.ReadAllLines(PathOf("arguments")) : ["--kubeconfig=config"];
        string? Given(string name) => arguments.FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
        ConfigurationSources sources = new()
        {
            Variable = Given,
            HomeFolder = PathOf("home"),
            WorkingFolder = Folder,
            ServiceAccountFolder = PathOf("serviceaccount"),
            ReadFile = Read,
        };
        string text;
        try
        {
            text = OptionsText.Of(ClientConfiguration.Find(Given("--kubeconfig"), Given("--context"), sources));
        }
        catch (ConfigurationException problem)
        {
            text = problem.Message + "\n";
        }

        return new Dictionary<string, string> { [Expected] = Local(text) };
    }

    /// <summary>The kubeconfig files of all cases.</summary>
    public static IEnumerable<byte[]> Corpus() => All
        .SelectMany(one => Directory.EnumerateFiles(one.Folder, "*", SearchOption.AllDirectories))
        .Where(path => Path.GetFileName(path) is not (Expected or "arguments"))
        .Order(StringComparer.Ordinal)
        .Select(File.ReadAllBytes);

    // Files of certificates and tokens are elsewhere on the machines that the corpus comes from.
    private static byte[] Read(string path) =>
        Path.GetExtension(path) is ".crt" or ".key" or ".pem" or ".token" && !path.Contains("missing", StringComparison.Ordinal) ? [] : File.ReadAllBytes(path);
}
