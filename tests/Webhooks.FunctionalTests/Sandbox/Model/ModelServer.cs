using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Webhooks.Resources.Json;
using Webhooks.Sandbox.Access;
using Webhooks.Sandbox.Access.Tokens;
using Webhooks.Sandbox.Answers;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;
using Webhooks.Sandbox.Storage;
using Webhooks.Sandbox.Tables;
using Webhooks.Sandbox.Verbs;
using Webhooks.Sandbox.Watching;
using Webhooks.Shared;

namespace Webhooks.FunctionalTests.Sandbox.Model;

/// <summary>A server without a port and without controllers: what is written is what the test writes.</summary>
internal sealed class ModelServer : IDisposable
{
    // A reader that falls behind by more makes the watch wait.
    private static readonly PipeOptions Narrow = new(pauseWriterThreshold: 4096, resumeWriterThreshold: 2048, useSynchronizationContext: false);

    private readonly AccessControl _access;
    private readonly ApiVerbs _verbs;

    public ModelServer(int keptChanges)
    {
        Cluster = new Cluster(Time, new Store(keptChanges));
        _access = new AccessControl(new PolicySource(Cluster.Store), Time, new TokenOptions());
        _verbs = new ApiVerbs(Cluster, _access);
        foreach (string space in ModelScope.Namespaces)
        {
            Made(Call("create", Find("namespaces"), "", "", "", $$$"""{"metadata":{"name":"{{{space}}}"}}"""));
        }

        Made(Call("create", Find("customresourcedefinitions"), "", "", "", ModelKind.Definition));
    }

    public ManualTime Time { get; } = new();

    public Cluster Cluster { get; }

    /// <summary>The resource of that plural name.</summary>
    public ApiResource Find(string plural) => Cluster.Kinds.Resources.First(resource => resource.Plural == plural);

    /// <summary>Does what a request would: the code and the answer, which is null for one without an object.</summary>
    public (int Code, Answer? Answer) Call(string verb, ApiResource resource, string space, string name, string query, string body = "", string type = "application/json")
    {
        try
        {
            // No call here waits: the store is never asked for a version that has not come.
            Answer answer = _verbs.Run(CallOf(verb, resource, space, name, query, body, type), default).GetAwaiter().GetResult();
            return answer switch
            {
                Answer.Object made => (made.Code, answer),
                Answer.Failure { Value.Code: > 0 } failure => (failure.Value.Code, answer),
                _ => (200, answer),
            };
        }
        catch (StatusException refused)
        {
            return (refused.Status.Code, null);
        }
    }

    /// <summary>Lists.</summary>
    public ModelPage List(ApiResource resource, ModelScope scope, string query)
    {
        (int code, Answer? answer) = Call("list", resource, scope.Namespace, "", query.TrimStart('&') + scope.Query);
        return answer switch
        {
            Answer.List list => new ModelPage(code, [.. list.Items.Select(item => Read(scope.Plural, item))], list.Revision, list.Continue, list.Remaining),
            Answer.Failure failure => new ModelPage(code, [], 0, failure.Continue, null),
            _ => new ModelPage(code, [], 0, "", null),
        };
    }

    /// <summary>Reads an object of an answer.</summary>
    public static ModelObject Read(string plural, ReadOnlyMemory<byte> json) => ModelObject.Read(plural, JsonTree.Parse(json, JsonPolicy.Server).Root);

    /// <summary>Starts a watch.</summary>
    public (PipeReader Events, Task Run) Watch(ApiResource resource, string space, string query, CancellationToken cancellation)
    {
        Answer.Stream stream = (Answer.Stream)Call("watch", resource, space, "", query).Answer!;
        Pipe pipe = new(Narrow);
        WatchOutput output = new(resource, Representation.Json, IncludedObject.Metadata, Time, json => json);
        WatchRun run = new(Cluster, resource.StoredAs, stream.Call.Prefix, stream.Options, stream.Filter, output);
        return (pipe.Reader, Run(run, pipe.Writer, stream.Version, cancellation));
    }

    public void Dispose() => _access.Dispose();

    private static async Task Run(WatchRun run, PipeWriter writer, long version, CancellationToken cancellation)
    {
        try
        {
            await run.Run(writer, version, () => Task.CompletedTask, () => default, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // Its reader has gone.
        }

        await writer.CompleteAsync();
    }

    private static ApiCall CallOf(string verb, ApiResource resource, string space, string name, string query, string body, string type) => new()
    {
        Verb = verb,
        Resource = resource,
        Namespace = space,
        Name = name,
        Query = new QueryCollection(QueryHelpers.ParseQuery(query)),
        ContentType = type,
        Body = Encoding.UTF8.GetBytes(body),
    };

    private static void Made((int Code, Answer? Answer) made) => Xunit.Assert.Equal(201, made.Code);
}
