using Microsoft.AspNetCore.Http;
using Webhooks.Resources.Api;
using Webhooks.Resources.Literals;
using Webhooks.Sandbox.Answers;

namespace Webhooks.Sandbox.Requests;

/// <summary>Values of a query as Kubernetes converts them: the first of several counts.</summary>
internal static class QueryValues
{
    /// <summary>The text; empty for none.</summary>
    public static string Text(IQueryCollection query, string name) => query[name] is [var first, ..] ? first ?? "" : "";

    /// <summary>Whether a flag is set: any value but <c>false</c> and <c>0</c> does, an empty one too.</summary>
    public static bool Flag(IQueryCollection query, string name) => OptionalFlag(query, name) == true;

    /// <summary>Whether a flag is set; <c>null</c> when it is not given.</summary>
    public static bool? OptionalFlag(IQueryCollection query, string name) =>
        query.TryGetValue(name, out var values) && values.Count > 0
            ? !string.Equals(values[0], "false", StringComparison.OrdinalIgnoreCase) && values[0] != "0"
            : null;

    /// <summary>A whole number; <c>null</c> when it is not given.</summary>
    /// <exception cref="StatusException">It is no number.</exception>
    public static long? Number(IQueryCollection query, string name)
    {
        if (!query.TryGetValue(name, out var values) || values.Count == 0)
        {
            return null;
        }

        string text = values[0] ?? "";
        return long.TryParse(text, System.Globalization.NumberStyles.AllowLeadingSign, System.Globalization.CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new StatusException(Status.BadRequest($"strconv.ParseInt: parsing {GoString.Quote(text)}: {GoNumbers.Problem(text)}"));
    }

    /// <summary>All values of a name.</summary>
    public static IReadOnlyList<string> Texts(IQueryCollection query, string name) => [.. query[name].Select(value => value ?? "")];
}
