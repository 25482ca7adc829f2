using Webhooks.Resources.Api;
using Webhooks.Sandbox.Kinds;
using Webhooks.Sandbox.Requests;

namespace Webhooks.Sandbox.Answers;

/// <summary>What a request gets, before it is put into the form that was asked for.</summary>
internal abstract record Answer
{
    private Answer()
    {
    }

    /// <summary>Texts for <c>Warning</c> headers.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>About how many bytes it takes as it stands: so many are had at once.</summary>
    public virtual int UsualLength => 1024;

    /// <summary>One object.</summary>
    /// <param name="Code">The HTTP code.</param>
    /// <param name="Resource">Whose object it is: that decides on its columns.</param>
    /// <param name="Kind">Its kind.</param>
    /// <param name="Json">The object without its type.</param>
    public sealed record Object(int Code, ApiResource Resource, GroupVersionKind Kind, ReadOnlyMemory<byte> Json) : Answer
    {
        /// <inheritdoc />
        public override int UsualLength => Json.Length + 256;
    }

    /// <summary>A list of objects.</summary>
    /// <param name="Resource">Whose objects.</param>
    /// <param name="Items">The objects, each without its type.</param>
    /// <param name="Revision">The version of the list.</param>
    /// <param name="Continue">Where the next page starts; empty for none.</param>
    /// <param name="Remaining">How many objects are behind this page; <c>null</c> when not told.</param>
    public sealed record List(ApiResource Resource, IReadOnlyList<ReadOnlyMemory<byte>> Items, long Revision, string Continue = "", long? Remaining = null) : Answer
    {
        /// <inheritdoc />
        public override int UsualLength => (int)Math.Min(Items.Sum(item => item.Length + 64L), Array.MaxLength / 2) + 256;
    }

    /// <summary>A document that is no object of a resource.</summary>
    /// <param name="Json">The document.</param>
    /// <param name="Code">The HTTP code.</param>
    /// <param name="ContentType">Its media type.</param>
    public sealed record Document(ReadOnlyMemory<byte> Json, int Code = 200, string ContentType = "application/json") : Answer;

    /// <summary>A <see cref="Status"/>: a failure, or the end of what was deleted.</summary>
    /// <param name="Value">The Status.</param>
    /// <param name="Continue">Where a list that failed can go on; empty for nowhere.</param>
    public sealed record Failure(Status Value, string Continue = "") : Answer;

    /// <summary>A stream of changes.</summary>
    /// <param name="Call">What was asked for.</param>
    /// <param name="Options">The options.</param>
    /// <param name="Filter">Which objects.</param>
    /// <param name="Version">From which version on; 0 for none said.</param>
    public sealed record Stream(ApiCall Call, ListOptions Options, ObjectFilter Filter, long Version) : Answer;

    /// <summary>Nothing but a code.</summary>
    /// <param name="Code">The HTTP code.</param>
    public sealed record Empty(int Code) : Answer;

    /// <summary>A plain text.</summary>
    /// <param name="Code">The HTTP code.</param>
    /// <param name="Value">The text.</param>
    public sealed record Text(int Code, string Value) : Answer;
}
