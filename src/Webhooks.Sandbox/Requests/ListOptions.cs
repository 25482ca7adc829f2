using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Resources.Selectors;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Requests;

/// <summary>The options of a list, a watch or a deletion of a collection.</summary>
/// <remarks>Immutable. As <c>metav1.ListOptions</c>.</remarks>
internal sealed record ListOptions
{
    /// <summary>Which labels objects must have.</summary>
    public LabelSelector Labels { get; init; } = LabelSelector.Everything;

    /// <summary>Which fields objects must have.</summary>
    public FieldSelector Fields { get; init; } = FieldSelector.Everything;

    /// <summary>Whether changes are wanted instead of a list.</summary>
    public bool IsWatch { get; init; }

    /// <summary>Whether a watch is sent bookmarks.</summary>
    public bool AllowsBookmarks { get; init; }

    /// <summary>The version to start from, as sent; empty for none.</summary>
    public string ResourceVersion { get; init; } = "";

    /// <summary>How that version is meant: <c>Exact</c>, <c>NotOlderThan</c>, or empty.</summary>
    public string ResourceVersionMatch { get; init; } = "";

    /// <summary>Whether a watch starts with all objects and an annotated bookmark; <c>null</c> when not said.</summary>
    public bool? SendsInitialEvents { get; init; }

    /// <summary>After how long a watch ends, in seconds; <c>null</c> when not said.</summary>
    public long? TimeoutSeconds { get; init; }

    /// <summary>The most objects of a page; 0 for all.</summary>
    public long Limit { get; init; }

    /// <summary>Where the page before this one ended; empty for the first.</summary>
    public string Continue { get; init; } = "";

    /// <summary>Reads the options of a query.</summary>
    /// <exception cref="StatusException">An option cannot be read, or options contradict each other.</exception>
    public static ListOptions Read(IQueryCollection query, bool isWatch)
    {
        long? timeout = QueryValues.Number(query, "timeoutSeconds");
        long limit = QueryValues.Number(query, "limit") ?? 0;
        ListOptions options = new()
        {
            Labels = ReadLabels(QueryValues.Text(query, "labelSelector")),
            Fields = ReadFields(QueryValues.Text(query, "fieldSelector")),
            IsWatch = isWatch,
            AllowsBookmarks = QueryValues.Flag(query, "allowWatchBookmarks"),
            ResourceVersion = QueryValues.Text(query, "resourceVersion"),
            ResourceVersionMatch = QueryValues.Text(query, "resourceVersionMatch"),
            SendsInitialEvents = QueryValues.OptionalFlag(query, "sendInitialEvents"),
            TimeoutSeconds = timeout,
            Limit = Math.Max(0, limit),
            Continue = QueryValues.Text(query, "continue"),
        };
        IReadOnlyList<StatusCause> causes = ListOptionRules.Check(options);
        return causes.Count == 0
            ? options
            : throw new StatusException(Status.Invalid(new GroupKind("meta.k8s.io", "ListOptions"), "", causes));
    }

    private static LabelSelector ReadLabels(string text) =>
        LabelSelector.TryParse(text, out LabelSelector? selector, out string? error)
            ? selector
            : throw new StatusException(Status.BadRequest(error));

    private static FieldSelector ReadFields(string text) =>
        FieldSelector.TryParse(text, out FieldSelector? selector, out string? error)
            ? selector
            : throw new StatusException(Status.BadRequest(error));
}
