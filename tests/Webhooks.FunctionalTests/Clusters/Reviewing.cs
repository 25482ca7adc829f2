using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Webhooks.Admission.Injection;
using Webhooks.Admission.Templates;
using Webhooks.Shared;
using Xunit;

namespace Webhooks.FunctionalTests.Clusters;

/// <summary>Reviews that go on all the time, each of which must be answered wholly by one version of the template <c>agent</c>, or by none.</summary>
internal sealed class Reviewing : IAsyncDisposable
{
    private const int Reviewers = 4;

    private static readonly byte[] Review = """
        {"kind":"AdmissionReview","apiVersion":"admission.k8s.io/v1","request":{"uid":"1","kind":{"group":"","version":"v1","kind":"Pod"},"namespace":"a","operation":"CREATE","object":{"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","annotations":{"initializer.kubernetes.io/agent":"true"}},"spec":{"containers":[{"name":"app","image":"app"}]}}}}
        """u8.ToArray();

    private readonly ConcurrentDictionary<string, int> _hashes = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _bad = [];
    private readonly CancellationTokenSource _done = new();
    private readonly HttpClient _client;
    private readonly Task[] _asking;
    private int _answers;
    private volatile int _latest;

    /// <summary>Begins to ask.</summary>
    public Reviewing(HttpClient client)
    {
        _client = client;
        _asking = [.. Enumerable.Range(0, Reviewers).Select(_ => Task.Run(AskAsync))];
    }

    /// <summary>How many answers there were.</summary>
    public int Answers => Volatile.Read(ref _answers);

    /// <summary>The version of the last answer; 0: none was injected.</summary>
    public int Latest => _latest;

    /// <summary>Answers that were torn or were none; the first few.</summary>
    public IReadOnlyCollection<string> Bad => _bad;

    /// <summary>The config of a version: both images bear its number, and its hash is known from now on.</summary>
    public string Config(int version)
    {
        string config = string.Create(CultureInfo.InvariantCulture, $"containers:\n- {{name: agent, image: 'agent:{version}'}}\n- {{name: helper, image: 'helper:{version}'}}\n");
        LoadedTemplates loaded = new TemplateConfigMap("agent-initializer", config, null).Read(InjectionOptions.DefaultPrefix);
        _hashes[loaded.Templates.Find("agent")!.Hash] = version;
        return config;
    }

    /// <summary>Waits for answers that began after this call, and holds them to a version.</summary>
    public async Task StayAtAsync(int version)
    {
        int before = Answers;
        await Eventually.HoldsAsync(() => Answers >= before + 20);
        Assert.Equal(version, Latest);
    }

    public async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await Task.WhenAll(_asking);
        _client.Dispose();
        _done.Dispose();
    }

    private async Task AskAsync()
    {
        while (!_done.IsCancellationRequested)
        {
            try
            {
                using ByteArrayContent body = new(Review) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
                using HttpResponseMessage answer = await _client.PostAsync("/mutate", body);
                byte[] text = await answer.Content.ReadAsByteArrayAsync();
                _latest = VersionOf(answer.StatusCode, text);
                Interlocked.Increment(ref _answers);
            }
            catch (Exception failure) when (failure is HttpRequestException or InvalidOperationException or JsonException or KeyNotFoundException)
            {
                if (_bad.Count < 10)
                {
                    _bad.Enqueue(failure.Message);
                }
            }
        }
    }

    private int VersionOf(HttpStatusCode code, byte[] answer)
    {
        using JsonDocument document = JsonDocument.Parse(answer);
        JsonElement response = document.RootElement.GetProperty("response");
        if (code != HttpStatusCode.OK || !response.GetProperty("allowed").GetBoolean())
        {
            throw new InvalidOperationException($"{(int)code}: {Encoding.UTF8.GetString(answer)}");
        }

        if (!response.TryGetProperty("patch", out JsonElement patch))
        {
            return 0;
        }

        string operations = Encoding.UTF8.GetString(patch.GetBytesFromBase64());
        (string Hash, int Version)[] of = [.. _hashes.Where(known => operations.Contains(known.Key, StringComparison.Ordinal)).Select(known => (known.Key, known.Value))];
        return of is [var one] && Has(operations, $"agent:{one.Version}") && Has(operations, $"helper:{one.Version}")
            ? one.Version
            : throw new InvalidOperationException($"torn: {operations}");
    }

    private static bool Has(string operations, string image) => operations.Contains($"\"{image}\"", StringComparison.Ordinal);
}
