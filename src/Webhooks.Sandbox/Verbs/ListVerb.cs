using System.Globalization;
using Webhooks.Resources.Api;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;

namespace Webhooks.Sandbox.Verbs;

/// <summary>Lists a collection.</summary>
internal sealed class ListVerb(Cluster cluster)
{
    private const string TooOld = "The resourceVersion for the provided list is too old.";

    private const string ContinueTooOld =
        "The provided continue parameter is too old to display a consistent list result. You can start a new list without "
        + "the continue parameter, or use the continue token in this response to retrieve the remainder of the results. "
        + "Continuing with the provided token results in an inconsistent list - objects that were created, modified, or "
        + "deleted between the time the first chunk was returned and now may show up in the list.";

    /// <summary>The objects, or a page of them.</summary>
    public async Task<Answer> Run(ApiCall call, CancellationToken cancellation)
    {
        ListOptions options = ListOptions.Read(call.Query, isWatch: false);
        ObjectFilter filter = ObjectFilter.Of(call.Resource, options);
        if (options.Continue.Length > 0)
        {
            return Continue(call, options, filter);
        }

        long version = ReadVersion(options.ResourceVersion);
        bool isExact = options.ResourceVersionMatch == "Exact" || (options.ResourceVersionMatch.Length == 0 && version > 0 && options.Limit > 0);
        if (isExact && version > cluster.Store.Revision)
        {
            throw Versions.TooLarge(version, cluster.Store.Revision);
        }

        Snapshot snapshot;
        if (isExact)
        {
            snapshot = cluster.Store.ListAt(call.StoredAs, call.Prefix, version) ?? throw new StatusException(Status.Expired(TooOld));
        }
        else if (options.ResourceVersion.Length == 0)
        {
            snapshot = cluster.Store.List(call.StoredAs, call.Prefix);
        }
        else
        {
            await cluster.WaitFor(call.StoredAs, version, cancellation);
            snapshot = cluster.Store.ListCached(call.StoredAs, call.Prefix);
        }

        // From the cache, which version 0 asks for, everything comes at once.
        long limit = options.ResourceVersion == "0" ? 0 : options.Limit;
        return Page(call, filter, snapshot, 0, limit);
    }

    private Answer Continue(ApiCall call, ListOptions options, ObjectFilter filter)
    {
        if (options.ResourceVersion is not ("" or "0"))
        {
            throw new StatusException(Status.BadRequest("specifying resource version is not allowed when using continue"));
        }

        ContinueToken token = ContinueToken.Parse(options.Continue);
        if (token.Revision > cluster.Store.Revision)
        {
            // Of before a restore: in the words of etcd, which are passed on.
            throw new StatusException(GoNumbers.Plain("etcdserver: mvcc: required revision is a future revision"));
        }

        Snapshot? snapshot = token.Revision < 0
            ? cluster.Store.List(call.StoredAs, call.Prefix)
            : cluster.Store.ListAt(call.StoredAs, call.Prefix, token.Revision);
        if (snapshot == null)
        {
            return new Answer.Failure(Status.Expired(ContinueTooOld), new ContinueToken(-1, token.Start).ToString());
        }

        int start = 0;
        string from = call.Prefix + token.Start;
        while (start < snapshot.Objects.Count && string.CompareOrdinal(snapshot.Objects[start].Key, from) < 0)
        {
            start++;
        }

        // Without the version 0 a limit counts; with it everything that is left comes.
        return Page(call, filter, snapshot, start, options.ResourceVersion == "0" ? 0 : options.Limit);
    }

    private static Answer.List Page(ApiCall call, ObjectFilter filter, Snapshot snapshot, int start, long limit)
    {
        List<ReadOnlyMemory<byte>> items = [];
        int next = start;
        for (; next < snapshot.Objects.Count && (limit == 0 || items.Count < limit); next++)
        {
            StoredObject item = snapshot.Objects[next];
            if (filter.Matches(item))
            {
                items.Add(Showing.In(call.Resource, item.Json));
            }
        }

        if (limit > 0 && !filter.IsEmpty)
        {
            // A page ends where another object would match.
            int following = next;
            while (following < snapshot.Objects.Count && !filter.Matches(snapshot.Objects[following]))
            {
                following++;
            }

            next = following == snapshot.Objects.Count ? following : next;
        }

        if (next >= snapshot.Objects.Count)
        {
            return new Answer.List(call.Resource, items, snapshot.Revision);
        }

        ContinueToken token = ContinueToken.Behind(snapshot.Revision, snapshot.Objects[next - 1].Key[call.Prefix.Length..]);
        long? remaining = filter.IsEmpty ? snapshot.Objects.Count - next : null;
        return new Answer.List(call.Resource, items, snapshot.Revision, token.ToString(), remaining);
    }

    private static long ReadVersion(string text)
    {
        if (text.Length == 0)
        {
            return 0;
        }

        return GoNumbers.TryReadVersion(text, out long version) is { } problem
            ? throw new StatusException(Status.BadRequest(string.Create(
                CultureInfo.InvariantCulture,
                $"invalid resource version: resourceVersion: Invalid value: {Webhooks.Resources.Literals.GoString.Quote(text)}: {problem}")))
            : version;
    }
}
