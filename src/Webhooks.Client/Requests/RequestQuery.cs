using System.Globalization;
using System.Text;
using Webhooks.Resources.Selectors;

namespace Webhooks.Client.Requests;

/// <summary>Writes queries, escaped; names in their order, as client-go has them.</summary>
internal sealed class RequestQuery
{
    private readonly StringBuilder _query = new();

    /// <summary>The query of a list, or of a deletion of what one has.</summary>
    /// <exception cref="ArgumentException">A server would refuse it, or do something else.</exception>
    public static string Of(ListOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Continue.Length > 0 && (options.ResourceVersion != null || options.ResourceVersionMatch.Length > 0))
        {
            throw new ArgumentException("a page that follows another has the version of the first: leave out ResourceVersion and ResourceVersionMatch", nameof(options));
        }

        return new RequestQuery()
            .Add("continue", options.Continue)
            .Add("fieldSelector", options.FieldSelector.ToString())
            .Add("labelSelector", TextOf(options.LabelSelector))
            .Add("limit", options.Limit)
            .Add("resourceVersion", options.ResourceVersion)
            .Add("resourceVersionMatch", options.ResourceVersionMatch)
            .ToString();
    }

    /// <summary>The query of a watch.</summary>
    /// <exception cref="ArgumentException">A server would do something else.</exception>
    public static string Of(WatchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new RequestQuery()
            .Add("allowWatchBookmarks", options.AllowBookmarks)
            .Add("fieldSelector", options.FieldSelector.ToString())
            .Add("labelSelector", TextOf(options.LabelSelector))
            .Add("resourceVersion", options.ResourceVersion)
            .Add("resourceVersionMatch", options.SendInitialEvents ? "NotOlderThan" : "")
            .Add("sendInitialEvents", options.SendInitialEvents)
            .Add("timeoutSeconds", options.TimeoutSeconds)
            .Add("watch", true)
            .ToString();
    }

    /// <summary>The query of a write.</summary>
    public static string Of(WriteOptions options) => OfWrite(options.DryRun, options.FieldManager, options.FieldValidation, isForced: false);

    /// <summary>The query of a patch.</summary>
    /// <exception cref="ArgumentException">It names a field manager beside that of an apply.</exception>
    public static string Of(PatchOptions options, Patch patch)
    {
        ArgumentNullException.ThrowIfNull(patch);
        if (patch is not ApplyPatch apply)
        {
            return OfWrite(options.DryRun, options.FieldManager, options.FieldValidation, isForced: false);
        }

        return options.FieldManager.Length == 0 || options.FieldManager == apply.FieldManager
            ? OfWrite(options.DryRun, apply.FieldManager, options.FieldValidation, apply.Force)
            : throw new ArgumentException($"the options name the field manager {options.FieldManager}, the patch {apply.FieldManager}; leave it to the patch", nameof(options));
    }

    /// <summary>With its question mark; empty for a query of nothing.</summary>
    public override string ToString() => _query.ToString();

    private static string OfWrite(bool isDryRun, string manager, FieldValidation validation, bool isForced) =>
        new RequestQuery()
            .Add("dryRun", isDryRun ? "All" : "")
            .Add("fieldManager", manager)
            .Add("fieldValidation", validation == FieldValidation.Unspecified ? "" : validation.ToString())
            .Add("force", isForced)
            .ToString();

    // The selector of nothing has the same text as that of everything.
    private static string TextOf(LabelSelector selector) => selector.Equals(LabelSelector.Nothing)
        ? throw new ArgumentException("a selector that selects nothing can't be sent: ask for nothing instead", nameof(selector))
        : selector.ToString();

    private RequestQuery Add(string name, bool value) => value ? Add(name, "true") : this;

    private RequestQuery Add(string name, int value) => value == 0 ? this : Add(name, value.ToString(CultureInfo.InvariantCulture));

    private RequestQuery Add(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            RequestText.ThrowIfNoUnicode(value, name);
            _query.Append(_query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }
}
