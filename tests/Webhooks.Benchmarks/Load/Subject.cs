using System.Text;
using Webhooks.Admission.Injection;
using Webhooks.Shared;

namespace Webhooks.Benchmarks.Load;

/// <summary>A kind of request to a server.</summary>
/// <param name="Name">As the tables call it.</param>
/// <param name="Executable">The server.</param>
/// <param name="Path">Where it is posted.</param>
/// <param name="Body">What is posted.</param>
/// <param name="IsRight">Whether an answer is what the request is meant to bring about.</param>
/// <param name="MostProcessorTime">The target: at most that many times what the floor takes; null without one.</param>
/// <param name="Stretch">A harder target.</param>
internal sealed record Subject(
    string Name, Executable Executable, string Path, byte[] Body, Predicate<byte[]> IsRight, double? MostProcessorTime = null, double? Stretch = null)
{
    private static readonly string Review = Data("create-pods-2.json");

    /// <summary>The review, sent back.</summary>
    public static Subject Echo(Executable echo)
    {
        byte[] body = Encoding.UTF8.GetBytes(Review);
        return new Subject(echo.Name, echo, "/mutate", body, answer => answer.AsSpan().SequenceEqual(body));
    }

    /// <summary>The review of a Pod that gets a sidecar.</summary>
    public static Subject Injection(Executable webhooks) => new(
        $"{webhooks.Name}: injected", webhooks, "/mutate", Encoding.UTF8.GetBytes(Review),
        answer => Allows(answer) && Has(answer, "\"patchType\":\"JSONPatch\""u8), MostProcessorTime: 2.5, Stretch: 2.0);

    /// <summary>The same with an annotation of somebody else in the place of ours: nothing is to be done.</summary>
    public static Subject Skip(Executable webhooks) => new(
        $"{webhooks.Name}: skipped", webhooks, "/mutate",
        Encoding.UTF8.GetBytes(Review.Replace(InjectionOptions.DefaultPrefix, "something.kubernetes.else/", StringComparison.Ordinal)),
        answer => Allows(answer) && !Has(answer, "\"patch\""u8), MostProcessorTime: 1.6);

    /// <summary>The review of a User that is valid.</summary>
    public static Subject User(Executable webhooks) => new(
        $"{webhooks.Name}: a User", webhooks, "/validate/users", Encoding.UTF8.GetBytes(Data("create-users.json")), Allows);

    private static string Data(string name) => File.ReadAllText(Repository.PathOf("tests", "Webhooks.Benchmarks", "Data", name));

    private static bool Allows(byte[] answer) => Has(answer, "\"allowed\":true"u8);

    private static bool Has(byte[] answer, ReadOnlySpan<byte> text) => answer.AsSpan().IndexOf(text) >= 0;
}
