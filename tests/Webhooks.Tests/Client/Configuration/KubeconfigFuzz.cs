using Webhooks.Client.Configuration;
using Webhooks.Tests.Fuzz;
using Xunit;
using Xunit.Abstractions;

namespace Webhooks.Tests.Client.Configuration;

public sealed class KubeconfigFuzz(ITestOutputHelper output)
{
    private const string Secret = "c2VjcmV0LXRva2Vu";

    private static readonly string[] Tokens =
    [
        .. YamlFuzz.Tokens, "name: ", "cluster: ", "server: ", "user: ", "context: ", "token: ", "tokenFile: ", "exec: ", "as: ", "current-context: ",
        "\"\\0\"", "https://", "socks5://", "client-key-data: ", "insecure-skip-tls-verify: true", "Zm9v", "../",
    ];

    /// <summary>Invariant K1, the other way round: whatever a file says, it is read or refused by the one error, which tells no secret.</summary>
    [Fact]
    public void K1_Damaged_files_are_read_or_refused() =>
        new FuzzRun(Read, typeof(ConfigurationException)).Damaged([.. KubeconfigCase.Corpus()], Tokens, 10_000, output);

    private static void Read(byte[] file)
    {
        ConfigurationSources sources = new() { ReadFile = path => path == "/k/config" ? file : [], Variable = _ => null, HomeFolder = "/h", WorkingFolder = "/" };
        try
        {
            Kubeconfig read = Kubeconfig.Load("/k/config", sources);
            ConfigurationException? problem = null;
            foreach (string context in read.Contexts.Where(name => name.Length > 0))
            {
                problem = Failure(() => Told(OptionsText.Of(read.Resolve(context)), read.Resolve(context).ToString())) ?? problem;
            }

            _ = problem is null ? read.CurrentContext : throw problem;
        }
        catch (ConfigurationException problem)
        {
            Assert.DoesNotContain(Secret, problem.ToString(), StringComparison.Ordinal);
            throw;
        }
    }

    private static ConfigurationException? Failure(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (ConfigurationException problem)
        {
            return problem;
        }
    }

    private static void Told(string all, string printed) => Assert.True(all.Length > 0 && !printed.Contains(Secret, StringComparison.Ordinal));
}
