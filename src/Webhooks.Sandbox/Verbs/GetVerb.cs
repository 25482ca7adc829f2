using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Reads one object.</summary>
internal sealed class GetVerb(Cluster cluster)
{
    /// <summary>The object as it is now, or at least as new as was asked for.</summary>
    public async Task<Answer> Run(ApiCall call, CancellationToken cancellation)
    {
        string version = QueryValues.Text(call.Query, "resourceVersion");
        bool isCached = version.Length > 0;
        if (isCached)
        {
            await cluster.WaitFor(call.StoredAs, ReadVersion(version), cancellation);
        }

        StoredObject? found = isCached ? cluster.Store.FindCached(call.StoredAs, call.Key) : cluster.Store.Find(call.StoredAs, call.Key);
        StoredObject stored = found ?? throw new StatusException(call.NotFound());
        return Showing.Show(call, 200, stored.Json);
    }

    /// <summary>Reads the version that a single object or a watch is asked for; the failure is a bare 500.</summary>
    public static long ReadVersion(string text) =>
        GoNumbers.TryReadVersion(text, out long version) is { } problem
            ? throw new StatusException(GoNumbers.Plain($"resourceVersion: Invalid value: {Webhooks.Resources.Literals.GoString.Quote(text)}: {problem}"))
            : version;
}
