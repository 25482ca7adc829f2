using System.Net;
using System.Text;

namespace Webhooks.Sandbox.Recording;

/// <summary>One request, and how far its answer has come.</summary>
/// <remarks>Immutable: what happens later is told by another record, see <see cref="RequestLog"/>.</remarks>
public sealed record RecordedRequest
{
    /// <summary>Counts the requests of a server from 1 on, in the order in which they came.</summary>
    public required long Number { get; init; }

    /// <summary>When it came, by the server's clock.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>What was to be done, as RBAC has it: <c>list</c>, <c>watch</c>, <c>deletecollection</c>; of paths that are no resources the method in lower case.</summary>
    public required string Verb { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>Path and query as sent.</summary>
    public required string Target { get; init; }

    /// <summary>The resource's plural name; empty for a path that is none.</summary>
    public string Resource { get; init; } = "";

    /// <summary>The namespace; empty for none.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The object's name; empty for a collection.</summary>
    public string Name { get; init; } = "";

    /// <summary>The subresource; empty for none.</summary>
    public string Subresource { get; init; } = "";

    /// <summary>As whom the request was dealt with: after impersonation; empty where nobody was recognized.</summary>
    public string User { get; init; } = "";

    /// <summary>Who really asked, where he acted as somebody else; else empty.</summary>
    public string Impersonator { get; init; } = "";

    /// <summary>What the client says it is.</summary>
    public string UserAgent { get; init; } = "";

    /// <summary>The header <c>Content-Type</c>; empty for none.</summary>
    public string ContentType { get; init; } = "";

    /// <summary>The header <c>Accept</c>; empty for none.</summary>
    public string Accept { get; init; } = "";

    /// <summary>The body, up to its first MiB; empty where it was not read.</summary>
    public ReadOnlyMemory<byte> Body { get; init; }

    /// <summary><see cref="Body"/> read as UTF-8; what is none shows as U+FFFD.</summary>
    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>The HTTP code; 0 while there is no answer.</summary>
    public HttpStatusCode Code { get; init; }

    /// <summary>The answer's body, up to its first MiB; empty for a watch.</summary>
    public ReadOnlyMemory<byte> Answer { get; init; }

    /// <summary><see cref="Answer"/> read as UTF-8; what is none shows as U+FFFD.</summary>
    public string AnswerText => Encoding.UTF8.GetString(Answer.Span);

    /// <summary>How many events of a watch were sent, bookmarks and errors among them.</summary>
    public int Events { get; init; }

    /// <summary>How the answer ended.</summary>
    public RequestEnd End { get; init; }

    /// <summary>What it takes to keep it, in bytes, all but its texts.</summary>
    internal int Size => Body.Length + Answer.Length;

    /// <inheritdoc />
    public override string ToString() => $"{Number}: {(User.Length == 0 ? "?" : User)} {Method} {Target} -> {(int)Code} {End}";
}
