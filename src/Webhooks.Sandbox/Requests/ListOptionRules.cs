using Webhooks.Resources.Api;

namespace Webhooks.Sandbox.Requests;

/// <summary>Which options of a list or a watch exclude each other.</summary>
/// <remarks>As <c>k8s.io/apimachinery/pkg/apis/meta/internalversion/validation</c>.</remarks>
internal static class ListOptionRules
{
    private const string Exact = "Exact";
    private const string NotOlderThan = "NotOlderThan";
    private const string Match = "resourceVersionMatch";

    /// <summary>What is wrong.</summary>
    public static IReadOnlyList<StatusCause> Check(ListOptions options) => [.. options.IsWatch ? OfWatch(options) : OfList(options)];

    private static IEnumerable<StatusCause> OfList(ListOptions options)
    {
        string match = options.ResourceVersionMatch;
        if (match.Length > 0)
        {
            if (options.ResourceVersion.Length == 0)
            {
                yield return FieldError.Forbidden(Match, "resourceVersionMatch is forbidden unless resourceVersion is provided");
            }

            if (options.Continue.Length > 0)
            {
                yield return FieldError.Forbidden(Match, "resourceVersionMatch is forbidden when continue is provided");
            }

            if (match is not (Exact or NotOlderThan))
            {
                yield return FieldError.NotSupported(Match, match, [Exact, NotOlderThan, ""]);
            }

            if (match == Exact && options.ResourceVersion == "0")
            {
                yield return FieldError.Forbidden(Match, "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"");
            }
        }

        if (options.SendsInitialEvents != null)
        {
            yield return FieldError.Forbidden("sendInitialEvents", "sendInitialEvents is forbidden for list");
        }
    }

    private static IEnumerable<StatusCause> OfWatch(ListOptions options)
    {
        string match = options.ResourceVersionMatch;
        if (options.SendsInitialEvents != null && match != NotOlderThan)
        {
            yield return FieldError.Forbidden(Match, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
        }

        if (match.Length > 0)
        {
            if (options.SendsInitialEvents == null)
            {
                yield return FieldError.Forbidden(Match, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
            }

            if (match != NotOlderThan)
            {
                yield return FieldError.NotSupported(Match, match, [NotOlderThan]);
            }
        }

        if (options.Continue.Length > 0)
        {
            yield return FieldError.Forbidden(Match, "resourceVersionMatch is forbidden when continue is provided");
        }
    }
}
