using System.Text;
using System.Web;
using Webhooks.Client.Requests;
using Webhooks.Client.Sending;

namespace Webhooks.Tests.Client.Watching;

/// <summary>A request that a reflector sent, to be answered by a script.</summary>
internal sealed class ScriptedExchange
{
    private readonly TaskCompletionSource<ApiResponse> _response = new();
    private readonly System.Collections.Specialized.NameValueCollection _query;
    private readonly Action _over;
    private bool _isOver;

    /// <param name="request">The request.</param>
    /// <param name="over">Told once, when the exchange is over.</param>
    /// <param name="cancellationToken">Ends it while it waits for its answer.</param>
    public ScriptedExchange(ApiRequest request, Action over, CancellationToken cancellationToken)
    {
        Request = request;
        _over = over;
        _query = HttpUtility.ParseQueryString(request.Target[(request.Target.IndexOf('?', StringComparison.Ordinal) + 1)..]);
        cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                IsAborted = !_isOver;
                if (_response.TrySetCanceled(token))
                {
                    Over();
                }
            },
            null);
    }

    public ApiRequest Request { get; }

    public Task<ApiResponse> Response => _response.Task;

    /// <summary>The body of a watch that was opened.</summary>
    public ScriptedStream? Stream { get; private set; }

    /// <summary>Whether the reflector cancelled it.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>Whether it has been answered.</summary>
    public bool IsAnswered => _response.Task.IsCompleted;

    /// <summary>A parameter of the query; empty for none.</summary>
    public string this[string name] => _query[name] ?? "";

    /// <summary>Answers with a document.</summary>
    public void Answer(string json)
    {
        MemoryStream body = new(Encoding.UTF8.GetBytes(json));
        _response.SetResult(new ApiResponse(200, body, new Ending(this)));
    }

    /// <summary>Answers with a body that comes later.</summary>
    public ScriptedStream Open(ScriptedStream? stream = null)
    {
        Stream = stream ?? new ScriptedStream();
        _response.SetResult(new ApiResponse(200, Stream, new Ending(this)));
        return Stream;
    }

    /// <summary>Answers with a failure.</summary>
    public void Fail(Exception exception)
    {
        Over();
        _response.SetException(exception);
    }

    private void Over()
    {
        if (!_isOver)
        {
            _isOver = true;
            _over();
        }
    }

    private sealed class Ending(ScriptedExchange exchange) : IDisposable
    {
        public void Dispose()
        {
            exchange.Over();
            exchange.Stream?.Dispose();
        }
    }
}
